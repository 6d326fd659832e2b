package org.rats4j.cmw.x509;

import org.rats4j.cmw.Cmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;

/** Wrappers inside other structures: their paths continue those around them. */
final class Nested {
  private Nested() {}

  static Cmw decode(Bytes content, Encoding encoding, Findings findings, String path)
      throws DecodingException {
    try {
      return Cmw.decode(content, encoding, findings);
    } catch (DecodingException e) {
      String inner = e.path().equals("/") && !path.isEmpty() ? "" : e.path();
      throw DecodingException.of(e.reason(), e.code(), path + inner, e.detail());
    }
  }
}
