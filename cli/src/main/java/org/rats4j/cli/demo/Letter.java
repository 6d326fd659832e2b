package org.rats4j.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rats4j.core.Bytes;

/**
 * Named values, one on a line, with an empty line at the end: what the processes of the demo tell
 * each other outside of the protocols that it shows.
 */
final class Letter {
  private final Map<String, String> values = new LinkedHashMap<>();

  /** Adds a value of one line. */
  Letter put(String name, String value) {
    values.put(name, Objects.requireNonNull(value, "value"));
    return this;
  }

  /** Adds bytes. */
  Letter put(String name, Bytes value) {
    return put(name, value.toHex());
  }

  /** Adds a number. */
  Letter put(String name, long value) {
    return put(name, Long.toString(value));
  }

  /** Adds certificates. */
  Letter put(String name, List<X509Certificate> certificates) throws IOException {
    List<String> encoded = new ArrayList<>();
    try {
      for (X509Certificate certificate : certificates) {
        encoded.add(Bytes.copyOf(certificate.getEncoded()).toHex());
      }
    } catch (CertificateEncodingException e) {
      throw new IOException(e);
    }
    return put(name, String.join(",", encoded));
  }

  /** Returns certificates; none if there is no such value. */
  List<X509Certificate> certificates(String name) throws IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (String hex : text(name).isEmpty() ? new String[0] : text(name).split(",", -1)) {
      certificates.add(Certificates.decoded(Bytes.ofHex(hex)));
    }
    return certificates;
  }

  /** Returns a value; the empty text if there is none. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** Returns bytes; none if there is no such value. */
  Bytes bytes(String name) {
    return Bytes.ofHex(text(name));
  }

  /** Returns a number; 0 if there is no such value. */
  long number(String name) {
    return text(name).isEmpty() ? 0 : Long.parseLong(text(name));
  }

  void send(OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) -> text.append(name).append(' ').append(value).append('\n'));
    out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Waits for a letter. */
  static Letter receive(BufferedReader in) throws IOException {
    Letter letter = new Letter();
    String line = in.readLine();
    while (line != null && !line.isEmpty()) {
      int space = line.indexOf(' ');
      if (space < 0) {
        throw new IOException("no letter of rats demo");
      }
      letter.put(line.substring(0, space), line.substring(space + 1));
      line = in.readLine();
    }
    if (line == null) {
      throw new IOException("the other process has ended");
    }
    return letter;
  }
}
