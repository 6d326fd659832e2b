package org.rats4j.core;

/**
 * The grammar of RFC 3986, for texts that have to be a URI.
 *
 * <p>Texts stay texts in the models: {@link java.net.URI} takes characters beyond ASCII and refuses
 * an empty path, so it is neither a check nor a carrier.
 */
public final class UriSyntax {
  private static final String MARKS = "-._~!$&'()*+,;=:@/";

  /** By character of ASCII, whether it may stand in a path. */
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = 0; c < PLAIN.length; c++) {
      PLAIN[c] = isLetter(c) || isDigit(c) || MARKS.indexOf(c) >= 0;
    }
  }

  private UriSyntax() {}

  /** Returns whether {@code text} is a URI: a scheme, and what may follow it, also a fragment. */
  public static boolean isUri(String text) {
    int hash = text.indexOf('#');
    if (hash < 0) {
      return isAbsoluteUri(text);
    }
    return isAbsoluteUri(text.substring(0, hash)) && allowed(text, hash + 1, text.length(), true);
  }

  /** Returns whether {@code text} is a URI without fragment (RFC 3986, section 4.3). */
  public static boolean isAbsoluteUri(String text) {
    int colon = schemeEnd(text);
    if (colon < 0) {
      return false;
    }
    int query = text.indexOf('?', colon);
    int hierEnd = query < 0 ? text.length() : query;
    return hierPart(text, colon + 1, hierEnd)
        && (query < 0 || allowed(text, query + 1, text.length(), true));
  }

  /** Returns the position of the colon behind the scheme, or -1. */
  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      boolean letter = isLetter(c);
      if (!letter && (i == 0 || !(isDigit(c) || c == '+' || c == '-' || c == '.'))) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean hierPart(String text, int from, int to) {
    if (!text.startsWith("//", from) || to < from + 2) {
      return allowed(text, from, to, false);
    }
    int slash = text.indexOf('/', from + 2);
    int authorityEnd = slash < 0 || slash > to ? to : slash;
    return authority(text, from + 2, authorityEnd) && allowed(text, authorityEnd, to, false);
  }

  private static boolean authority(String text, int from, int to) {
    int at = text.lastIndexOf('@', to - 1);
    int host = at < from ? from : at + 1;
    if (host < to && text.charAt(host) == '[') {
      int close = text.indexOf(']', host);
      return close > host + 1
          && close < to
          && allowed(text, from, host, false)
          && allowed(text, host + 1, close, false)
          && port(text, close + 1, to);
    }
    int colon = text.indexOf(':', host);
    int hostEnd = colon < 0 || colon > to ? to : colon;
    boolean oneAt = text.indexOf('@', from) == at || at < from;
    return oneAt && allowed(text, from, hostEnd, false) && port(text, hostEnd, to);
  }

  private static boolean port(String text, int from, int to) {
    if (from == to) {
      return true;
    }
    if (text.charAt(from) != ':') {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean allowed(String text, int from, int to, boolean question) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < PLAIN.length && PLAIN[c]) {
        continue;
      }
      if (c == '%') {
        if (i + 2 >= to || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
          return false;
        }
        i += 2;
      } else if (!question || c != '?') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
