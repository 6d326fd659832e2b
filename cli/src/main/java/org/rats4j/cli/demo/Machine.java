package org.rats4j.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.rats4j.core.Bytes;

/**
 * What the software runs on.
 *
 * @param java vendor and version of the JVM
 * @param kernel the release of the kernel
 * @param bootId the number of this boot; empty where the system has none
 */
public record Machine(String java, String kernel, Optional<Bytes> bootId) {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/osrelease");
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  /** Returns the machine that this process runs on. */
  public static Machine running() {
    return new Machine(
        System.getProperty("java.vendor") + " " + Runtime.version(),
        line(KERNEL)
            .orElseGet(
                () -> System.getProperty("os.name") + " " + System.getProperty("os.version")),
        line(BOOT_ID).flatMap(Machine::uuid));
  }

  private static Optional<String> line(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Bytes> uuid(String text) {
    try {
      UUID.fromString(text);
      return Optional.of(Bytes.ofHex(text.replace("-", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
