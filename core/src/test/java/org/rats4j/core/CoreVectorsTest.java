package org.rats4j.core;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.core.vectors.Base64UrlTable;
import org.rats4j.core.vectors.CborTable;
import org.rats4j.core.vectors.CertificateFile;
import org.rats4j.core.vectors.CoseEntry;
import org.rats4j.core.vectors.CoseKeyTable;
import org.rats4j.core.vectors.EcdsaSignatureTable;
import org.rats4j.core.vectors.JsonTable;
import org.rats4j.core.vectors.JwsEntry;
import org.rats4j.test.vectors.VectorSuite;

class CoreVectorsTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    return VectorSuite.of("core")
        .kind("cbor-table", CborTable::check)
        .kind("ecdsa-signature-table", EcdsaSignatureTable::check)
        .kind("cose-key-table", CoseKeyTable::check)
        .kind("x509", CertificateFile::check)
        .kind("json-table", JsonTable::check)
        .kind("base64url-table", Base64UrlTable::check)
        .kind("cose", CoseEntry::check, CoseEntry.MEMBERS)
        .kind("jws", JwsEntry::check, JwsEntry.MEMBERS)
        .tests();
  }
}
