/** Conceptual message wrappers (RFC 9999). */
@org.jspecify.annotations.NullMarked
module org.rats4j.cmw {
  requires static transitive org.jspecify;
}
