/** Runs manifests of test vectors as JUnit 5 tests. */
@org.jspecify.annotations.NullMarked
module org.rats4j.test.vectors {
  requires static transitive org.jspecify;
  requires transitive org.junit.jupiter.api;
  requires com.fasterxml.jackson.databind;
}
