/** Entity attestation tokens (RFC 9711) and their profiles. */
@org.jspecify.annotations.NullMarked
module org.rats4j.eat {
  requires static transitive org.jspecify;
}
