/** What tests of several modules share: vectors, tokens, keys that are worth nothing. */
@org.jspecify.annotations.NullMarked
module org.rats4j.test.vectors {
  requires static transitive org.jspecify;
  requires transitive org.junit.jupiter.api;
  requires org.opentest4j;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;

  exports org.rats4j.test.crypto;
  exports org.rats4j.test.database;
  exports org.rats4j.test.hsm;
  exports org.rats4j.test.vectors;
}
