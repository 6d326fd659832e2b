/** Attested TLS: exported authenticators (RFC 9261) that carry attestation. */
@SuppressWarnings("requires-automatic") // Conscrypt has no descriptor, only a name
@org.jspecify.annotations.NullMarked
module org.rats4j.expat {
  requires static transitive org.jspecify;
  requires transitive org.rats4j.core; // Bytes, Signer and the exceptions are in our API
  requires transitive org.rats4j.cmw; // providers and appraisers speak Cmw
  requires org.bouncycastle.provider; // not transitive: only the package .bc shows a type of it
  requires static org.bouncycastle.tls; // static: only the package .bc needs it
  requires static org.conscrypt; // static: only the package .conscrypt needs it

  exports org.rats4j.expat;
  exports org.rats4j.expat.bc;
  exports org.rats4j.expat.conscrypt;
  exports org.rats4j.expat.jsse;
}
