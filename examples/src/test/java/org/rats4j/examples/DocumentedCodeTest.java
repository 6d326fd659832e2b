package org.rats4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentedCodeTest {
  @TempDir private Path folder;
  private Path document;
  private DocumentedCode code;

  @BeforeEach
  void readsCode() throws Exception {
    Path examples = Files.createDirectory(folder.resolve("examples"));
    Path compiled = Files.createDirectory(folder.resolve("compiled"));
    document = folder.resolve("README.md");
    Files.writeString(
        examples.resolve("A.java"),
        """
        class A {
          // snippet: one
          int one =
              1;

          // end
          // snippet: two
          int two = 2;
          // end
        }
        """);
    Files.writeString(compiled.resolve("B.java"), "class B {\n  int three;\n\n    int four;\n}\n");
    code = new DocumentedCode(examples, List.of(compiled));
  }

  private List<String> faults(String text) throws Exception {
    Files.writeString(document, text);
    return code.faults(document);
  }

  @Test
  void takesEqualRegionsAndLinesOfCompiledCode() throws Exception {
    List<String> faults =
        faults(
            """
            <!-- snippet: A.java#one -->
            ```java
            int one =
                1;
            ```
            ```java
            int three;
            int four;
            ```
            """);

    assertEquals(List.of(), faults);
    assertEquals(Set.of("A.java#two"), code.notShown());
  }

  @Test
  void namesFileAndLineOfADifference() throws Exception {
    List<String> faults =
        faults("text\n<!-- snippet: A.java#one -->\n```java\nint one =\n    2;\n```\n");

    assertEquals(
        List.of(document + ":4: A.java#one differs, in line 2 of the block:\n-     2;\n+     1;"),
        faults);
  }

  @Test
  void refusesCodeThatIsNowhere() throws Exception {
    List<String> faults =
        faults(
            """
            <!-- snippet: A.java#three -->
            ```java
            int one =
            ```
            ```java
            int five;
            ```
            """);

    assertEquals(
        List.of(
            document + ":3: there is no snippet A.java#three",
            document + ":6: no code that is compiled has this block:\nint five;"),
        faults);
  }

  @Test
  void writesRegionsAndLeavesTheRest() throws Exception {
    String rest = "text\n```java\nint three;\n```\n";
    Files.writeString(
        document,
        "<!-- snippet: A.java#one -->\n```java\n```\n"
            + "<!-- snippet: A.java#two -->\n```java\nold\nold\n```\n"
            + rest);

    code.write(document);

    assertEquals(
        "<!-- snippet: A.java#one -->\n```java\nint one =\n    1;\n```\n"
            + "<!-- snippet: A.java#two -->\n```java\nint two = 2;\n```\n"
            + rest,
        Files.readString(document));
  }
}
