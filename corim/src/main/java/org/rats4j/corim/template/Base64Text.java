package org.rats4j.corim.template;

import java.util.Base64;
import org.rats4j.core.Bytes;

/** Bytes in base64 with padding, as the dialect writes all of them but digests. */
final class Base64Text {
  private Base64Text() {}

  static void write(TemplateWriter out, Bytes value) {
    out.writeText(Base64.getEncoder().encodeToString(value.toByteArray()));
  }
}
