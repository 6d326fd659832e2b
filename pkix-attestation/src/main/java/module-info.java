/** Key attestation by hardware security modules (draft-ietf-rats-pkix-key-attestation-07). */
@org.jspecify.annotations.NullMarked
module org.rats4j.pkix {
  requires static transitive org.jspecify;
  requires transitive org.rats4j.core; // Bytes and the exceptions are in our API
  requires transitive org.rats4j.cmw; // AttestationBundle and Cmw are in our API
  requires org.bouncycastle.provider; // not transitive: no type of it is in the API

  exports org.rats4j.pkix;
  exports org.rats4j.pkix.hsm;
}
