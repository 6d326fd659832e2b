package org.rats4j.cmw;

import org.rats4j.core.Bytes;

/** What bytes seem to be by their beginning. New constants may appear in minor releases. */
public enum CmwKind {
  /** A wrapper in CBOR. */
  CBOR,
  /** A wrapper in JSON; a flattened JWS looks the same until its members are read. */
  JSON,
  /** A wrapper signed with COSE. */
  COSE,
  /** A wrapper signed with JWS, compact. */
  JWS,
  /** Something else. */
  UNKNOWN;

  static CmwKind of(Bytes bytes) {
    if (bytes.isEmpty()) {
      return UNKNOWN;
    }
    int first = bytes.at(0);
    return switch (first) {
      case 0x20, 0x09, 0x0a, 0x0d, '[', '{' -> ofJson(bytes);
      case 0x82, 0x83, 0x9f, 0x98, 0x99, 0x9a, 0x9b, 0xbf, 0xda, 0xdb -> CBOR;
      case 0x84, 0xd2 -> COSE;
      case 'e' -> startsLikeJws(bytes) ? JWS : UNKNOWN;
      default -> first >= 0xa0 && first <= 0xbb ? CBOR : UNKNOWN;
    };
  }

  private static CmwKind ofJson(Bytes bytes) {
    int at = 0;
    while (at < bytes.size() && isWhiteSpace(bytes.at(at))) {
      at++;
    }
    boolean opens = at < bytes.size() && (bytes.at(at) == '[' || bytes.at(at) == '{');
    return opens ? JSON : UNKNOWN;
  }

  private static boolean isWhiteSpace(int character) {
    return character == 0x20 || character == 0x09 || character == 0x0a || character == 0x0d;
  }

  private static boolean startsLikeJws(Bytes bytes) {
    return bytes.size() >= 3 && bytes.at(1) == 'y' && bytes.at(2) == 'J';
  }
}
