package org.rats4j.cmw;

import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;

/** Paths of wrappers, whose labels may be anything. */
final class Paths {
  private Paths() {}

  /** Returns the path of the entry {@code label} of the collection at {@code path}. */
  static String step(String path, Label label) {
    return path + "/" + label.toString().replace("~", "~0").replace("/", "~1");
  }

  /** Returns {@code e}, a fault of what stands at {@code path}, with the whole path. */
  static DecodingException inside(String path, DecodingException e) {
    return DecodingException.of(e.reason(), e.code(), join(path, e.path()), e.detail());
  }

  /** Returns {@code finding}, one about what stands at {@code path}, with the whole path. */
  static Finding inside(String path, Finding finding) {
    return new Finding(
        finding.code(), finding.severity(), join(path, finding.path()), finding.message());
  }

  private static String join(String path, String inner) {
    if (inner.isEmpty() || inner.equals("/")) {
      return path.isEmpty() ? "/" : path;
    }
    return path + (inner.startsWith("/") ? "" : "/") + inner;
  }
}
