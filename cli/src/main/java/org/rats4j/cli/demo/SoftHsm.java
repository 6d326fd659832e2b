package org.rats4j.cli.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SoftHSM 2, which stands for a hardware security module: a library, and a program that makes
 * tokens. Nothing is installed; where it is absent, there is no key attestation.
 *
 * @param library the PKCS #11 library
 * @param program makes tokens
 */
public record SoftHsm(Path library, Path program) {
  private static final String LABEL = "rats-demo";
  private static final int PIN_BYTES = 8;
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/softhsm/libsofthsm2.so"),
          Path.of("/usr/local/lib/softhsm/libsofthsm2.so"),
          Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));

  /**
   * A token without keys.
   *
   * @param library the PKCS #11 library
   * @param configuration what the library reads where SOFTHSM2_CONF says
   * @param label the name of the token
   * @param pin what opens it
   */
  record Token(String library, String configuration, String label, String pin) {
    void putInto(Letter letter) {
      letter.put("library", library).put("token", label).put("pin", pin);
    }

    /** Returns the token that a letter names, if it does. */
    static Optional<Token> of(Letter letter) {
      return letter.text("library").isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Token(letter.text("library"), "", letter.text("token"), letter.text("pin")));
    }
  }

  /** Returns what is installed; empty if it is not. */
  public static Optional<SoftHsm> find() {
    Optional<Path> library = LIBRARIES.stream().filter(Files::exists).findFirst();
    Optional<Path> program =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, "softhsm2-util"))
            .filter(Files::isExecutable)
            .findFirst();
    return library.flatMap(found -> program.map(maker -> new SoftHsm(found, maker)));
  }

  /** Makes a token in {@code folder}. */
  Token newToken(Path folder) throws IOException {
    Path tokens = Files.createDirectories(folder.resolve("tokens"));
    Path configuration = folder.resolve("softhsm2.conf");
    Files.writeString(
        configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    byte[] random = new byte[PIN_BYTES];
    new SecureRandom().nextBytes(random);
    String pin = HexFormat.of().formatHex(random);
    ProcessBuilder builder =
        new ProcessBuilder(
                program.toString(),
                "--module",
                library.toString(),
                "--init-token",
                "--free",
                "--label",
                LABEL,
                "--pin",
                pin,
                "--so-pin",
                pin)
            .redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", configuration.toString());
    Process process = builder.start();
    process.getInputStream().readAllBytes();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("softhsm2-util makes no token");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return new Token(library.toString(), configuration.toString(), LABEL, pin);
  }
}
