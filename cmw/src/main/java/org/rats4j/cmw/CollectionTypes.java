package org.rats4j.cmw;

import org.rats4j.core.MediaType;
import org.rats4j.core.UriSyntax;

/** The grammar of a collection's type, which is wider than that of an object identifier. */
final class CollectionTypes {
  private CollectionTypes() {}

  /**
   * Returns {@code type}.
   *
   * @throws IllegalArgumentException if it is neither a URI without fragment nor arcs with dots
   */
  static String check(String type) {
    if (!isArcs(type) && !UriSyntax.isAbsoluteUri(type)) {
      throw new IllegalArgumentException(
          "collection type is neither an absolute URI nor an object identifier");
    }
    return type;
  }

  /**
   * Returns the media type {@code name} with the type of {@code cmw} as parameter.
   *
   * @throws IllegalStateException if {@code cmw} is no collection, or has no type
   */
  static MediaType mediaType(String name, Cmw cmw) {
    String type = cmw instanceof CmwCollection collection ? collection.type().orElse("") : "";
    if (type.isEmpty()) {
      throw new IllegalStateException("the wrapper is no collection with a type");
    }
    // Neither a URI nor an object identifier has a character that a quoted text must escape.
    return MediaType.of(name + "; cmwc_t=" + (isArcs(type) ? type : '"' + type + '"'));
  }

  /** Returns whether {@code text} matches {@code ([0-2])((\.0)|(\.[1-9][0-9]*))*}. */
  private static boolean isArcs(String text) {
    if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '2') {
      return false;
    }
    int at = 1;
    while (at < text.length()) {
      int end = text.indexOf('.', at + 1);
      int arcEnd = end < 0 ? text.length() : end;
      if (text.charAt(at) != '.' || !isArc(text, at + 1, arcEnd)) {
        return false;
      }
      at = arcEnd;
    }
    return true;
  }

  private static boolean isArc(String text, int from, int to) {
    if (from == to || (text.charAt(from) == '0' && to > from + 1)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
