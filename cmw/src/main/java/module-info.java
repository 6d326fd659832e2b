/** Conceptual message wrappers (RFC 9999). */
@org.jspecify.annotations.NullMarked
module org.rats4j.cmw {
  requires static transitive org.jspecify;
  requires transitive org.rats4j.core; // Bytes and the exceptions are in our API

  exports org.rats4j.cmw;
  exports org.rats4j.cmw.x509;
}
