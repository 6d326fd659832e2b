/** Attested TLS: exported authenticators (RFC 9261) that carry attestation. */
@SuppressWarnings("requires-automatic") // Conscrypt and Netty have no descriptor
@org.jspecify.annotations.NullMarked
module org.rats4j.expat {
  requires static transitive org.jspecify;
  requires transitive org.rats4j.core; // Bytes, Signer and the exceptions are in our API
  requires transitive org.rats4j.cmw; // providers and appraisers speak Cmw
  requires org.bouncycastle.provider; // not transitive: only the package .bc shows a type of it
  requires static org.bouncycastle.tls; // static: only the package .bc needs it
  requires static org.conscrypt; // static: only the package .conscrypt needs it
  requires static io.netty.buffer; // static: only the package .netty needs it and the next three
  requires static io.netty.common;
  requires static io.netty.handler;
  requires static io.netty.transport;

  exports org.rats4j.expat;
  exports org.rats4j.expat.bc;
  exports org.rats4j.expat.conscrypt;
  exports org.rats4j.expat.jsse;
  exports org.rats4j.expat.netty;
  exports org.rats4j.expat.tls;
}
