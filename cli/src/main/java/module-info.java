/** The {@code rats} command. */
@org.jspecify.annotations.NullMarked
module org.rats4j.cli {
  requires static org.jspecify;
  requires info.picocli;
}
