/** Attested TLS: exported authenticators (RFC 9261) that carry attestation. */
@org.jspecify.annotations.NullMarked
module org.rats4j.expat {
  requires static transitive org.jspecify;
  requires transitive org.rats4j.core; // Bytes, Signer and the exceptions are in our API
  requires transitive org.rats4j.cmw; // providers and appraisers speak Cmw
  requires org.bouncycastle.provider; // not transitive: only the package .bc shows a type of it
  requires static org.bouncycastle.tls; // static: only the package .bc needs it

  exports org.rats4j.expat;
  exports org.rats4j.expat.bc;
}
