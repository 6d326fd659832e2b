package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.cli.kind.Kind;
import org.rats4j.cli.kind.Kinds;

class HostileInputTest {
  private static final List<byte[]> STARTS =
      List.of(
          new byte[] {},
          new byte[] {(byte) 0xd2, (byte) 0x84, 0x43, (byte) 0xa1, 0x01, 0x26, (byte) 0xa0},
          new byte[] {(byte) 0xa1, 0x0a},
          new byte[] {(byte) 0x82, 0x19, 0x01, 0x07},
          "eyJhbGciOiJFUzI1NiJ9.".getBytes(),
          "{\"eat_nonce\":\"".getBytes(),
          "-----BEGIN CERTIFICATE-----\n".getBytes(),
          new byte[] {0x30, (byte) 0x82});

  @TempDir private Path folder;

  private static void assertOneLine(Run run) {
    assertEquals(1, run.exit(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("error: "), run.err());
    assertQuiet(run);
  }

  private static void assertQuiet(Run run) {
    assertFalse(run.err().contains("INTERNAL"), run.err());
    assertFalse(run.out().contains("INTERNAL"), run.out());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  @Test
  void endsInOneLineForAnEmptyFile() throws Exception {
    Path file = Files.createFile(folder.resolve("empty"));

    Run run = Run.of("inspect", file.toString());

    assertOneLine(run);
    assertTrue(run.err().contains(": NOT_WELL_FORMED at "), run.err());
  }

  @Test
  void endsInOneLineForAFolder() {
    Run run = Run.of("inspect", folder.toString());

    assertOneLine(run);
    assertTrue(run.err().endsWith(": UNREADABLE: is a directory\n"), run.err());
  }

  @Test
  void endsInOneLineForAFileThatIsNotThere() {
    for (String command : List.of("inspect", "convert --to cbor", "verify --key none.pem")) {
      String[] words = (command + " " + folder.resolve("none")).split(" ");

      Run run = Run.of(words);

      assertOneLine(run);
      assertTrue(run.err().endsWith(": UNREADABLE: no such file\n"), run.err());
    }
  }

  @Test
  void endsInOneLineForAFileThatIsTooLarge() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[20 << 20]);

    Run run = Run.of("inspect", file.toString());

    assertOneLine(run);
    assertTrue(run.err().endsWith(": LIMIT_EXCEEDED: larger than 16 MiB\n"), run.err());
  }

  @Test
  void escapesTheNameOfAFile() {
    Run run = Run.of("inspect", folder.resolve("a\u001b[31m").toString());

    assertTrue(run.err().contains("a\\u001b[31m"), run.err());
  }

  @Test
  void readsEveryVectorOfEveryAreaWithoutAFault() throws Exception {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Vectors.folder())) {
      all.filter(Files::isRegularFile).map(Path::toString).forEach(found::add);
    }
    String[] words =
        Stream.concat(Stream.of("inspect", "--json"), found.stream()).toArray(String[]::new);

    Run run = Run.of(words);

    assertQuiet(run);
    assertEquals(found.size(), run.out().lines().count());
  }

  @RepeatedTest(200)
  void neverShowsAStackTraceForRandomBytes(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] start = STARTS.get(random.nextInt(STARTS.size()));
    byte[] bytes = new byte[start.length + random.nextInt(60)];
    random.nextBytes(bytes);
    System.arraycopy(start, 0, bytes, 0, start.length);
    Kind kind = Kinds.ALL.get(random.nextInt(Kinds.ALL.size()));
    String file = Files.write(folder.resolve("random"), bytes).toString();

    assertQuiet(Run.of("inspect", file));
    assertQuiet(Run.of("inspect", "--json", "--lenient", "--as", kind.name(), file));
    assertQuiet(Run.of("convert", "--to", "diag", "--as", kind.name(), file));
  }
}
