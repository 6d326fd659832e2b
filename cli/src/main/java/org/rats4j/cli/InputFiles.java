package org.rats4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/** Reads and writes the files that are named on the command line; {@code -} is the console. */
final class InputFiles {
  /** The largest limit that any decoder has by default. */
  static final int LIMIT = 16 << 20;

  private InputFiles() {}

  /**
   * Returns what is in {@code file}.
   *
   * @throws DecodingException if it is larger than {@link #LIMIT}
   * @throws IOException if it cannot be read
   */
  static Bytes read(String file, Console console) throws IOException, DecodingException {
    if (file.equals("-")) {
      return read(console.in());
    }
    Path path = path(file);
    if (Files.isDirectory(path)) {
      throw new IOException("is a directory");
    }
    if (Files.isRegularFile(path) && Files.size(path) > LIMIT) {
      throw tooLarge();
    }
    try (InputStream in = Files.newInputStream(path)) {
      return read(in);
    } catch (FileSystemException e) {
      throw e instanceof NoSuchFileException || e.getReason() == null
          ? e
          : new IOException(e.getReason(), e);
    }
  }

  private static Bytes read(InputStream in) throws IOException, DecodingException {
    byte[] bytes = in.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw tooLarge();
    }
    return Bytes.copyOf(bytes);
  }

  private static DecodingException tooLarge() {
    return DecodingException.of(
        DecodingException.Reason.LIMIT_EXCEEDED, "", "larger than " + (LIMIT >> 20) + " MiB");
  }

  /**
   * Writes {@code bytes} to {@code file}.
   *
   * @throws IOException if it cannot be written
   */
  static void write(Bytes bytes, String file, Console console) throws IOException {
    if (file.equals("-")) {
      console.out().write(bytes.toByteArray());
      console.out().flush();
      return;
    }
    try (OutputStream out = Files.newOutputStream(path(file))) {
      out.write(bytes.toByteArray());
    }
  }

  private static Path path(String file) throws IOException {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new IOException("not a file name", e);
    }
  }
}
