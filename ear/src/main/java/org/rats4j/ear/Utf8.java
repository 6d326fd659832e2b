package org.rats4j.ear;

import java.nio.charset.StandardCharsets;
import org.rats4j.core.Bytes;

/** Text as bytes. */
final class Utf8 {
  private Utf8() {}

  static String text(Bytes bytes) {
    return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
  }
}
