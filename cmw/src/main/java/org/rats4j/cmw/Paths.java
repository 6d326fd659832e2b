package org.rats4j.cmw;

import org.rats4j.core.DecodingException;
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
    String inner = e.path();
    if (!inner.isEmpty() && !inner.startsWith("/")) {
      inner = "/" + inner;
    } else if (inner.equals("/")) {
      inner = "";
    }
    String all = path + inner;
    return DecodingException.of(e.reason(), e.code(), all.isEmpty() ? "/" : all, e.detail());
  }
}
