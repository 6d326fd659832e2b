package org.rats4j.eat;

import org.rats4j.core.Bytes;

/**
 * Tells tokens apart by their first bytes, without reading more. The answer picks a decoder and
 * says nothing about trust.
 */
public final class EatEnvelopeDetector {
  /** What the first bytes look like. New constants may appear in minor releases. */
  public enum Form {
    /** A COSE message, with or without tag 61. */
    CWT,
    /** A compact JWS or JWE. */
    JWT,
    /** Claims in CBOR with tag 601. */
    UCCS,
    /** A JSON object. */
    UJCS,
    /** A detached EAT bundle in CBOR with tag 602. */
    CBOR_BUNDLE,
    /** A JSON array. */
    JSON_BUNDLE,
    /** Anything else, such as CBOR without tag: only the caller knows what that is. */
    UNKNOWN
  }

  private EatEnvelopeDetector() {}

  /** Returns what {@code token} looks like. */
  public static Form detect(Bytes token) {
    if (EatTags.isOn(token, EatTags.CWT)) {
      return Form.CWT;
    }
    for (long tag : EatTags.COSE) {
      if (EatTags.isOn(token, tag)) {
        return Form.CWT;
      }
    }
    if (EatTags.isOn(token, EatTags.UCCS)) {
      return Form.UCCS;
    }
    if (EatTags.isOn(token, EatTags.BUNDLE)) {
      return Form.CBOR_BUNDLE;
    }
    return switch (firstCharacter(token)) {
      case '{' -> Form.UJCS;
      case '[' -> Form.JSON_BUNDLE;
      default -> beginsAsJwt(token) ? Form.JWT : Form.UNKNOWN;
    };
  }

  private static int firstCharacter(Bytes token) {
    for (int i = 0; i < token.size(); i++) {
      int c = token.at(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return c;
      }
    }
    return -1;
  }

  /** Returns whether there are two parts of base64url with a dot behind each. */
  private static boolean beginsAsJwt(Bytes token) {
    int dots = 0;
    for (int i = 0; i < token.size() && dots < 2; i++) {
      int c = token.at(i);
      if (c == '.' && i > 0) {
        dots++;
      } else if (!NestedTokenCodec.isBase64Url(c)) {
        return false;
      }
    }
    return dots == 2;
  }
}
