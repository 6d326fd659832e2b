/** The {@code rats} command. */
@org.jspecify.annotations.NullMarked
module org.rats4j.cli {
  requires static org.jspecify;
  requires info.picocli;
  requires org.rats4j.core;
  requires org.rats4j.cmw;
  requires org.rats4j.eat;
  requires org.rats4j.ear;
  requires org.rats4j.corim;

  // picocli fills the annotated fields of the commands.
  opens org.rats4j.cli to
      info.picocli;
}
