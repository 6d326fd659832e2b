package org.rats4j.cmw;

import java.util.function.Supplier;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;

/** What both readers refuse in the same way. */
final class Faults {
  private Faults() {}

  static CmwType mediaType(String text, Supplier<String> path) throws DecodingException {
    try {
      return CmwType.of(MediaType.of(text));
    } catch (IllegalArgumentException e) {
      throw DecodingException.of(
          Reason.INVALID_VALUE, CmwCodes.MEDIA_TYPE_SYNTAX, path.get(), "type is no media type");
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
  static DecodingException ofEnvelope(DecodingException e, int size) {
    return DecodingException.of(e.reason(), envelopeCode(e, size), e.path(), e.detail());
  }

  /** Core has few reasons, and names in the detail the header that it is about. */
  private static String envelopeCode(DecodingException e, int size) {
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
    return translate(e, size).code();
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

  /**
   * Returns {@code e}, a fault of a wrapper, with a code of this module.
   *
   * @param size how many bytes the input has
   */
  static DecodingException translate(DecodingException e, int size) {
    String code = e.code().equals(e.reason().name()) ? code(e, size) : e.code();
    return DecodingException.of(e.reason(), code, e.path(), e.detail());
  }

  private static String code(DecodingException e, int size) {
    return switch (e.reason()) {
      case TRAILING_DATA -> CmwCodes.TRAILING_DATA;
      case DUPLICATE_KEY -> CmwCodes.LABEL_DUPLICATE;
      case LIMIT_EXCEEDED -> tooDeep(e) ? CmwCodes.DEPTH_LIMIT : CmwCodes.SIZE_LIMIT;
      case NOT_WELL_FORMED -> malformed(e, size);
      default -> CmwCodes.MALFORMED;
    };
  }

  /** Core has one reason for all limits, and says in the detail which one it was. */
  private static boolean tooDeep(DecodingException e) {
    return e.detail().startsWith("nested deeper");
  }

  /** Likewise for all that is malformed, with the offset at which that is seen. */
  private static String malformed(DecodingException e, int size) {
    String detail = e.detail();
    if (size == 0
        || detail.contains("input ends")
        || detail.contains("rest of the input")
        || detail.endsWith(" at offset " + size)) {
      return CmwCodes.TRUNCATED;
    }
    return detail.contains("base64") ? CmwCodes.BASE64_INVALID : CmwCodes.MALFORMED;
  }
}
