/** Attestation results (EAR, AR4SI) and relying-party policy. */
@org.jspecify.annotations.NullMarked
module org.rats4j.ear {
  requires static transitive org.jspecify;
}
