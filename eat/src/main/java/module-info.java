/** Entity attestation tokens (RFC 9711) and their profiles. */
@org.jspecify.annotations.NullMarked
module org.rats4j.eat {
  requires static transitive org.jspecify;
  requires transitive org.rats4j.core; // Bytes and the exceptions are in our API
  requires transitive org.rats4j.cmw; // the claim cmw has a wrapper as value

  exports org.rats4j.eat;
  exports org.rats4j.eat.cca;
  exports org.rats4j.eat.psa;
  exports org.rats4j.eat.measured;
}
