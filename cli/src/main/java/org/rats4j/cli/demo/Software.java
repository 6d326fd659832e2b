package org.rats4j.cli.demo;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rats4j.core.Bytes;

/**
 * The files that a program runs from: jars, or folders with classes.
 *
 * @param entries the entries of the class path and module path, in their order
 */
public record Software(List<Path> entries) {
  private static final String ADDED = "added-after-the-build.txt";
  private static final String TEXT = "Nobody has seen this.\n";

  /** Creates the software. */
  public Software {
    entries = List.copyOf(entries);
  }

  /** Returns the files that this very process runs from. */
  public static Software running() {
    List<Path> entries = new ArrayList<>();
    for (String property : List.of("jdk.module.path", "java.class.path")) {
      for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
        if (!entry.isEmpty() && Files.exists(Path.of(entry))) {
          entries.add(Path.of(entry).toAbsolutePath());
        }
      }
    }
    return new Software(entries);
  }

  /**
   * Returns the SHA-256 digests of the entries as they are now, by name. That of a folder is the
   * digest of the names and digests of its files: evidence has room for many jars, not for each
   * class.
   *
   * @throws IOException if a file cannot be read
   */
  public TreeMap<String, Bytes> digests() throws IOException {
    TreeMap<String, Bytes> digests = new TreeMap<>();
    for (Path entry : entries) {
      digests.put(
          name(entry).toString(), Files.isDirectory(entry) ? ofFolder(entry) : ofFile(entry));
    }
    return digests;
  }

  /**
   * Copies the files to {@code folder} and returns the copies.
   *
   * @throws IOException if a file cannot be copied
   */
  public Software copyTo(Path folder) throws IOException {
    List<Path> copies = new ArrayList<>();
    for (Path entry : entries) {
      Path copy = folder.resolve(Integer.toString(copies.size())).resolve(name(entry));
      Files.createDirectories(copy.getParent());
      for (Path file : files(entry)) {
        Path to = entry.equals(file) ? copy : copy.resolve(entry.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
      copies.add(copy);
    }
    return new Software(copies);
  }

  /**
   * Adds a file to the jar whose name starts with {@code prefix}, or else to the first entry: the
   * program still runs, and is not what it was. Returns the name of the changed entry.
   *
   * @throws IOException if it cannot be changed
   */
  public String tamper(String prefix) throws IOException {
    Path changed =
        entries.stream()
            .filter(entry -> entry.getFileName().toString().startsWith(prefix))
            .findFirst()
            .orElse(entries.get(0));
    if (Files.isDirectory(changed)) {
      Files.writeString(changed.resolve(ADDED), TEXT);
    } else {
      try (FileSystem zip = FileSystems.newFileSystem(changed)) {
        Files.writeString(zip.getPath("/" + ADDED), TEXT);
      }
    }
    return name(changed).toString();
  }

  /** Returns the entries as class path. */
  public String classPath() {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  private static List<Path> files(Path entry) throws IOException {
    try (Stream<Path> all = Files.walk(entry)) {
      return all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
  }

  /** A jar goes by its own name, a folder with classes by the last folders of its path. */
  private static Path name(Path entry) {
    int last = entry.getNameCount();
    return entry.subpath(Files.isDirectory(entry) ? Math.max(0, last - 3) : last - 1, last);
  }

  private static Bytes ofFolder(Path folder) throws IOException {
    MessageDigest digest = sha256();
    for (Path file : files(folder)) {
      String line = folder.relativize(file) + " " + ofFile(file).toHex() + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return Bytes.copyOf(digest.digest());
  }

  private static Bytes ofFile(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return Bytes.copyOf(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
