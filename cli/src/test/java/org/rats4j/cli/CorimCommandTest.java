package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorimCommandTest {
  private static final String CORIM =
      "{\"corim-id\": \"c\", \"entities\": [{\"name\": \"A\", \"roles\": [\"manifestCreator\", \"manifestSigner\"]}]}";
  private static final String COMID =
      "{\"tag-identity\": {\"id\": \"t\"}, \"triples\": {\"reference-values\": [{\"environment\":"
          + " {\"class\": {\"vendor\": \"ACME\"}}, \"measurements\": [{\"value\": {\"svn\": 2}}]}]}}";

  @TempDir private Path folder;

  @BeforeEach
  void writeTemplates() throws Exception {
    Files.writeString(folder.resolve("corim.json"), CORIM);
    Files.writeString(folder.resolve("comid.json"), COMID);
    Files.writeString(folder.resolve("comid2.json"), COMID.replace("2", "3"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Run create(String output, String... tags) {
    String[] words = new String[tags.length + 6];
    String[] head = {"corim", "create", "--template", path("corim.json"), "-o", path(output)};
    System.arraycopy(head, 0, words, 0, head.length);
    for (int i = 0; i < tags.length; i++) {
      words[head.length + i] = path(tags[i]);
    }
    return Run.of(words);
  }

  @Test
  void createMakesACorimThatInspectShowsAndLintTakes() {
    Run create = create("a.cbor", "comid.json");
    Run inspect = Run.of("inspect", path("a.cbor"));
    Run lint = Run.of("corim", "lint", path("a.cbor"));

    assertEquals(0, create.exit(), create.err());
    assertTrue(inspect.out().contains("corim in cbor"), inspect.out());
    assertTrue(inspect.out().contains("svn: 2"), inspect.out());
    assertEquals(0, lint.exit(), lint.err());
    assertTrue(lint.out().contains("nothing to remark"), lint.out());
  }

  @Test
  void createTakesTagsInCborToo() throws Exception {
    Run comid = Run.of("convert", "--to", "cbor", "-o", path("t.cbor"), path("comid.json"));
    Files.writeString(
        folder.resolve("s.diag"), "{0: \"s\", 12: 0, 1: \"n\", 13: \"1\", 2: {31: \"e\", 33: 1}}");
    Run coswid =
        Run.of("convert", "--as", "coswid", "--to", "cbor", "-o", path("s.cbor"), path("s.diag"));
    assertEquals(0, comid.exit() + coswid.exit(), comid.err() + coswid.err());

    Run fromCbor = create("a.cbor", "t.cbor", "s.cbor");
    Run fromJson = create("b.cbor", "comid.json", "s.cbor");

    assertEquals(0, fromCbor.exit(), fromCbor.err());
    assertEquals(0, fromJson.exit(), fromJson.err());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a.cbor")), Files.readAllBytes(folder.resolve("b.cbor")));
  }

  @Test
  void createRefusesATemplateWithoutTagsAndWhatIsNoTag() throws Exception {
    Files.write(folder.resolve("x.cbor"), new byte[] {1});

    Run empty = create("a.cbor");
    Run noTag = create("a.cbor", "x.cbor");
    Run noFile = create("a.cbor", "absent");

    assertEquals(2, empty.exit());
    assertTrue(empty.err().contains("no tag"), empty.err());
    assertEquals(1, noTag.exit());
    assertTrue(noTag.err().contains("x.cbor"), noTag.err());
    assertEquals(1, noFile.exit());
  }

  @Test
  void createRefusesAProfileThatNobodyKnowsUnlessToldSo() {
    String[] words = {
      "corim",
      "create",
      "--template",
      path("corim.json"),
      "--profile",
      "tag:a.example,2026:p",
      "-o",
      path("a.cbor"),
      path("comid.json"),
      "--lenient"
    };

    Run lenient = Run.of(words);
    Run strict = Run.of(java.util.Arrays.copyOf(words, words.length - 1));

    assertEquals(1, strict.exit());
    assertTrue(strict.err().contains("UNKNOWN_PROFILE"), strict.err());
    assertEquals(0, lenient.exit(), lenient.err());
  }

  @Test
  void diffSaysWhatIsNotTheSame() {
    create("a.cbor", "comid.json");
    create("b.cbor", "comid2.json");

    Run same = Run.of("corim", "diff", path("a.cbor"), path("a.cbor"));
    Run other = Run.of("corim", "diff", path("a.cbor"), path("b.cbor"));

    assertEquals(0, same.exit(), same.err());
    assertEquals("", same.out());
    assertEquals(4, other.exit());
    String at = "tags/0/value/triples/reference-values/0/measurements/0/value/svn: ";
    assertEquals("- " + at + "2\n+ " + at + "3\n", other.out());
  }

  @Test
  void extractWritesWhatCreateTakes() throws Exception {
    create("a.cbor", "comid.json");

    Run json = Run.of("corim", "extract", "--to", "json", "--dir", path("x"), path("a.cbor"));
    Run cbor = Run.of("corim", "extract", "--dir", path("y"), path("a.cbor"));
    Run again =
        Run.of(
            "corim",
            "create",
            "--template",
            path("x/corim.json"),
            "-o",
            path("b.cbor"),
            path("x/0.comid.json"));
    Run twice = Run.of("corim", "extract", "--dir", path("y"), path("a.cbor"));

    assertEquals(
        0, json.exit() + cbor.exit() + again.exit(), json.err() + cbor.err() + again.err());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a.cbor")), Files.readAllBytes(folder.resolve("b.cbor")));
    assertTrue(Files.exists(folder.resolve("y/0.comid.cbor")));
    assertEquals(2, twice.exit());
    assertTrue(twice.err().contains("is there already"), twice.err());
  }

  @Test
  void lintSaysWhyAStrictReaderRefuses() throws Exception {
    create("a.cbor", "comid.json");
    byte[] cbor = Files.readAllBytes(folder.resolve("a.cbor"));
    Files.write(folder.resolve("b.cbor"), java.util.Arrays.copyOfRange(cbor, 3, cbor.length));

    Run strict = Run.of("corim", "lint", path("b.cbor"));
    Run lenient = Run.of("corim", "lint", "--lenient", path("b.cbor"));

    assertEquals(1, strict.exit());
    assertTrue(strict.err().contains("UNTAGGED_CORIM"), strict.err());
    assertEquals(0, lenient.exit(), lenient.err());
    assertTrue(lenient.out().contains("deviation UNTAGGED_CORIM"), lenient.out());
  }

  @Test
  void needsACommand() {
    Run run = Run.of("corim");

    assertEquals(2, run.exit());
    assertTrue(run.err().contains("a command is missing"), run.err());
  }
}
