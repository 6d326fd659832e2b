package org.rats4j.cmw;

import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;

/** What both readers refuse in the same way. */
final class Faults {
  private Faults() {}

  static CmwType mediaType(String text, String path) throws DecodingException {
    try {
      return CmwType.of(MediaType.of(text));
    } catch (IllegalArgumentException e) {
      throw DecodingException.of(
          Reason.INVALID_VALUE, CmwCodes.MEDIA_TYPE_SYNTAX, path, "type is no media type");
    }
  }

  static String collectionType(String text, String path) throws DecodingException {
    try {
      return CollectionTypes.check(text);
    } catch (IllegalArgumentException e) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          CmwCodes.COLLECTION_TYPE,
          path,
          "collection type is neither absolute URI nor object identifier");
    }
  }

  static DecodingException tooDeep(String path, int maxDepth) {
    return DecodingException.of(
        Reason.LIMIT_EXCEEDED,
        CmwCodes.DEPTH_LIMIT,
        path,
        "more than " + maxDepth + " collections inside each other");
  }

  static DecodingException empty(String path) {
    return DecodingException.of(
        Reason.UNEXPECTED_STRUCTURE, CmwCodes.COLLECTION_EMPTY, path, "collection has no entry");
  }

  /** Returns {@code e}, a fault of the message around a wrapper, with a code of this module. */
  static DecodingException ofEnvelope(DecodingException e) {
    return DecodingException.of(e.reason(), envelopeCode(e), e.path(), e.detail());
  }

  /** Core has few reasons, and names in the detail the header that it is about. */
  private static String envelopeCode(DecodingException e) {
    String detail = e.detail();
    if (detail.startsWith("alg ") || detail.endsWith(" alg")) {
      return CmwCodes.ALG;
    }
    if (detail.startsWith("crit ")) {
      return CmwCodes.CRIT;
    }
    if (detail.endsWith("signature is empty")) {
      return CmwCodes.SIGNATURE;
    }
    if (e.reason() == Reason.NOT_WELL_FORMED && e.code().equals(e.reason().name())) {
      return CmwCodes.MALFORMED;
    }
    return translate(e).code();
  }

  /** Returns {@code e}, a fault of a signature, with a code of this module. */
  static VerificationException ofSignature(VerificationException e) {
    return e.code().equals(e.reason().name()) ? e.withCode(code(e)) : e;
  }

  private static String code(VerificationException e) {
    return switch (e.reason()) {
      case ALGORITHM_NOT_ALLOWED -> CmwCodes.ALG;
      case UNKNOWN_CRITICAL -> CmwCodes.CRIT;
      case LIMIT_EXCEEDED -> CmwCodes.SIZE_LIMIT;
      default -> CmwCodes.SIGNATURE;
    };
  }

  /** Returns {@code e} with a code of this module. */
  static DecodingException translate(DecodingException e) {
    String code = e.code().equals(e.reason().name()) ? code(e) : e.code();
    return DecodingException.of(e.reason(), code, e.path(), e.detail());
  }

  private static String code(DecodingException e) {
    return switch (e.reason()) {
      case TRAILING_DATA -> CmwCodes.TRAILING_DATA;
      case DUPLICATE_KEY -> CmwCodes.LABEL_DUPLICATE;
      case LIMIT_EXCEEDED -> tooDeep(e) ? CmwCodes.DEPTH_LIMIT : CmwCodes.SIZE_LIMIT;
      // The checks before reading have the path of the whole; later only base64 can be malformed.
      case NOT_WELL_FORMED -> e.path().equals("/") ? CmwCodes.MALFORMED : CmwCodes.BASE64_INVALID;
      default -> CmwCodes.MALFORMED;
    };
  }

  /** Core has one reason for all limits, and says in the detail which one it was. */
  private static boolean tooDeep(DecodingException e) {
    return e.detail().startsWith("nested deeper");
  }
}
