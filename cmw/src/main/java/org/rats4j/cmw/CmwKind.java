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
    switch (first) {
      case 0x20, 0x09, 0x0a, 0x0d, '[', '{':
        return ofJson(bytes);
      case 0x82, 0x83, 0x9f, 0x98, 0x99, 0x9a, 0x9b, 0xbf, 0xda, 0xdb:
        return CBOR;
      case 0x84, 0xd2:
        return COSE;
      case 'e':
        return startsLikeJws(bytes) ? JWS : UNKNOWN;
      default:
        return first >= 0xa0 && first <= 0xbb ? CBOR : UNKNOWN;
    }
  }

  private static CmwKind ofJson(Bytes bytes) {
    for (int i = 0; i < bytes.size(); i++) {
      switch (bytes.at(i)) {
        case 0x20, 0x09, 0x0a, 0x0d:
          break;
        case '[', '{':
          return JSON;
        default:
          return UNKNOWN;
      }
    }
    return UNKNOWN;
  }

  private static boolean startsLikeJws(Bytes bytes) {
    return bytes.size() >= 3 && bytes.at(1) == 'y' && bytes.at(2) == 'J';
  }
}
