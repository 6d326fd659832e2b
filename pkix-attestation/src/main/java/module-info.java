/** Key attestation by hardware security modules (draft-ietf-rats-pkix-key-attestation-07). */
@SuppressWarnings("requires-automatic") // ipkcs11wrapper has no module name of its own
@org.jspecify.annotations.NullMarked
module org.rats4j.pkix {
  requires static transitive org.jspecify;
  requires transitive org.rats4j.core; // Bytes and the exceptions are in our API
  requires transitive org.rats4j.cmw; // AttestationBundle and Cmw are in our API
  requires static ipkcs11wrapper; // static: only the package .hsm.pkcs11 needs it
  requires org.bouncycastle.provider; // not transitive: no type of it is in the API

  exports org.rats4j.pkix;
  exports org.rats4j.pkix.hsm;
  exports org.rats4j.pkix.hsm.pkcs11;
}
