/** One program for each role of remote attestation. */
@org.jspecify.annotations.NullMarked
module org.rats4j.examples {
  requires static org.jspecify;
  requires org.rats4j.core;
  requires org.rats4j.cmw;
  requires org.rats4j.eat;
  requires org.rats4j.ear;
  requires org.rats4j.corim;
  requires org.rats4j.pkix;
  requires org.rats4j.verifier;
  requires org.rats4j.expat;
}
