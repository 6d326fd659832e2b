package org.rats4j.cmw;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.cmw.vectors.ClaimsEntry;
import org.rats4j.cmw.vectors.SignedEntry;
import org.rats4j.cmw.vectors.TableEntry;
import org.rats4j.cmw.vectors.WrapperEntry;
import org.rats4j.cmw.vectors.X509Entry;
import org.rats4j.test.vectors.VectorSuite;

class CmwVectorsTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    return VectorSuite.of("cmw")
        .kind("cmw", WrapperEntry::check)
        .kind("signed-cmw", SignedEntry::check)
        .kind("cwt-claims", ClaimsEntry::checkCwtClaims)
        .kind("jwt-claims", ClaimsEntry::checkJwtClaims)
        .kind("cwt", ClaimsEntry::checkCwt)
        .kind("jwt", ClaimsEntry::checkJwt)
        .kind("cmw-extension-value", X509Entry::checkExtensionValue)
        .kind("x509", X509Entry::checkCertificate)
        .kind("x509-crl", X509Entry::checkCrl)
        .kind("pkcs10", X509Entry::checkRequest)
        .kind("table", TableEntry::check)
        .tests();
  }
}
