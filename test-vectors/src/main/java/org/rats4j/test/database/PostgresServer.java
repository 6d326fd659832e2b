package org.rats4j.test.database;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own for one test: it listens on this machine only, and lets the user
 * {@link #USER} in without a password.
 */
public final class PostgresServer {
  /** Its user, who may do everything. */
  public static final String USER = "rats4j";

  /** The database that it begins with. */
  public static final String DATABASE = "postgres";

  private final Path folder;
  private final Path bin;
  private final int port;

  private PostgresServer(Path folder, Path bin, int port) {
    this.folder = folder;
    this.bin = bin;
    this.port = port;
  }

  /**
   * Starts a server, or skips the test if PostgreSQL is not installed; with {@code CI=true} in the
   * environment that is a failure.
   */
  public static PostgresServer start() throws IOException, InterruptedException {
    Optional<Path> bin = installed();
    boolean needed = "true".equals(System.getenv("CI"));
    assertTrue(bin.isPresent() || !needed, "PostgreSQL is not installed, and CI=true");
    assumeTrue(bin.isPresent(), "PostgreSQL is not installed");
    return start(bin.orElseThrow());
  }

  private static Optional<Path> installed() throws IOException {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(versions)) {
      return all.map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  private static PostgresServer start(Path bin) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("rats4j-postgres");
    Files.setPosixFilePermissions(folder, EnumSet.allOf(PosixFilePermission.class));
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    PostgresServer server = new PostgresServer(folder, bin, port);
    server.run("initdb", "-D", server.data(), "-U", USER, "-A", "trust", "-N");
    server.run(
        "pg_ctl",
        "-D",
        server.data(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p " + port + " -h 127.0.0.1 -k " + folder + " -F",
        "start");
    return server;
  }

  /** Returns the port at 127.0.0.1. */
  public int port() {
    return port;
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** The server refuses to run as root. */
  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = folder.resolve(program + ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(program + ": " + Files.readString(output));
    }
  }

  /** Ends the server and removes its data. */
  public void stop() throws IOException, InterruptedException {
    run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
