package org.rats4j.cmw;

import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/** Refusals of what one form cannot say of another. */
final class Conversions {
  private Conversions() {}

  static DecodingException refuse(String path, String detail) {
    String at = path.isEmpty() ? "/" : path;
    return DecodingException.of(Reason.UNSUPPORTED, CmwCodes.CONVERSION, at, detail);
  }
}
