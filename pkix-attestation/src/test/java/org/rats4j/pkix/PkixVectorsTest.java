package org.rats4j.pkix;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.pkix.vectors.CarriageEntry;
import org.rats4j.pkix.vectors.EvidenceEntry;
import org.rats4j.pkix.vectors.RequestEntry;
import org.rats4j.pkix.vectors.TableEntry;
import org.rats4j.test.vectors.VectorSuite;

class PkixVectorsTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    return VectorSuite.of("pkix")
        .kind("pkix-evidence", EvidenceEntry::check, EvidenceEntry.MEMBERS)
        .kind("pkix-request", RequestEntry::check, "findings")
        .kind(
            "csr-pkix-evidence",
            CarriageEntry::checkCsr,
            "findings",
            "anchor",
            "at",
            "statementType")
        .kind(
            "attestation-bundle",
            CarriageEntry::checkBundle,
            "findings",
            "anchor",
            "at",
            "statementType")
        .kind("cmw-pkix-evidence", CarriageEntry::checkCmw, "findings", "anchor", "at", "mediaType")
        .kind("generalized-time-table", TableEntry::checkTimes, "findings")
        .kind("spki", TableEntry::checkKey, "findings")
        .kind("x509", TableEntry::checkCertificate, "findings")
        .tests();
  }
}
