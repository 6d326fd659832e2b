/** The verifier of RFC 9334: from evidence, reference values and a policy to a signed result. */
@org.jspecify.annotations.NullMarked
module org.rats4j.verifier {
  requires static transitive org.jspecify;
  requires transitive java.sql; // a DataSource is in the API of the package .store
  requires transitive org.rats4j.core; // all of these have types in our API
  requires transitive org.rats4j.cmw;
  requires transitive org.rats4j.eat;
  requires transitive org.rats4j.ear;
  requires transitive org.rats4j.corim;
  requires transitive org.rats4j.pkix;

  exports org.rats4j.verifier;
  exports org.rats4j.verifier.evidence;
  exports org.rats4j.verifier.policy;
  exports org.rats4j.verifier.store;
}
