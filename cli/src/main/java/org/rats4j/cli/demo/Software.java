package org.rats4j.cli.demo;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
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
   * Returns the SHA-256 digests of the files as they are now, by name.
   *
   * @throws IOException if a file cannot be read
   */
  public TreeMap<String, Bytes> digests() throws IOException {
    TreeMap<String, Bytes> digests = new TreeMap<>();
    for (Path entry : entries) {
      for (Path file : files(entry)) {
        digests.put(name(entry, file), sha256(file));
      }
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
      Path copy = folder.resolve(entry.getFileName().toString());
      Files.copy(entry, copy);
      copies.add(copy);
    }
    return new Software(copies);
  }

  /**
   * Adds an entry to the jar whose name starts with {@code prefix}, or else to the last one: the
   * program still runs, and is not what it was. Returns the name of the changed file.
   *
   * @throws IOException if the jar cannot be changed
   */
  public String tamper(String prefix) throws IOException {
    Path jar =
        entries.stream()
            .filter(entry -> entry.getFileName().toString().startsWith(prefix))
            .findFirst()
            .orElse(entries.get(entries.size() - 1));
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Files.writeString(zip.getPath("/added-after-the-build.txt"), "Nobody has seen this.\n");
    }
    return name(jar, jar);
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

  /** A jar goes by its own name, a class file by the last folders of its entry, too. */
  private static String name(Path entry, Path file) {
    int last = entry.getNameCount();
    Path name = entry.subpath(entry.equals(file) ? last - 1 : Math.max(0, last - 3), last);
    return (entry.equals(file) ? name : name.resolve(entry.relativize(file))).toString();
  }

  private static Bytes sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return Bytes.copyOf(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
