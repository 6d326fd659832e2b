package org.rats4j.test.hsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SoftHSM 2 with one new token, in its usual place or where the system property {@code
 * rats4j.softhsm} says. It reads the environment variable SOFTHSM2_CONF once per process; the build
 * points that to a file in the target folder of the module, which is written here.
 *
 * @param library the PKCS #11 library
 */
public record SoftHsm(Path library) {
  /** The label of the token. */
  public static final String LABEL = "rats4j";

  /** The PIN of its user. */
  public static final String PIN = "1234";

  private static final List<Path> USUAL =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/softhsm/libsofthsm2.so"));

  /**
   * Makes a token without keys, or skips the test if SoftHSM is not installed; with {@code CI=true}
   * in the environment that is a failure.
   */
  public static SoftHsm withNewToken() throws IOException, InterruptedException {
    Optional<Path> library =
        Stream.concat(
                Stream.ofNullable(System.getProperty("rats4j.softhsm")).map(Path::of),
                USUAL.stream())
            .filter(Files::exists)
            .findFirst();
    String configuration = System.getenv("SOFTHSM2_CONF");
    boolean there = library.isPresent() && configuration != null;
    boolean needed = "true".equals(System.getenv("CI"));
    assertTrue(there || !needed, "SoftHSM 2 is not installed, and CI=true");
    assumeTrue(there, "SoftHSM 2 is not installed");
    SoftHsm made = new SoftHsm(library.orElseThrow());
    made.initialise(Path.of(configuration));
    return made;
  }

  private void initialise(Path configuration) throws IOException, InterruptedException {
    Path tokens = configuration.resolveSibling("tokens");
    forget(tokens); // A second token of the label would be left over from the last run.
    Files.createDirectories(tokens);
    Files.writeString(
        configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    Process process =
        new ProcessBuilder(
                "softhsm2-util",
                "--module",
                library.toString(),
                "--init-token",
                "--free",
                "--label",
                LABEL,
                "--pin",
                PIN,
                "--so-pin",
                PIN)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
  }

  private static void forget(Path tokens) throws IOException {
    if (Files.exists(tokens)) {
      try (Stream<Path> files = Files.walk(tokens)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
