/** Attestation results (EAR, AR4SI) and relying-party policy. */
@org.jspecify.annotations.NullMarked
module org.rats4j.ear {
  requires static transitive org.jspecify;
  requires transitive org.rats4j.core; // Bytes and the exceptions are in our API
  requires transitive org.rats4j.cmw;
  requires transitive org.rats4j.eat; // nonces and claim keys, too

  exports org.rats4j.ear;
}
