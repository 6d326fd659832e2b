/** A program on the module path. */
module consumer {
  requires org.rats4j.corim;
  requires org.rats4j.ear;
  requires org.rats4j.pkix;
}
