package org.rats4j.cmw;

import java.util.function.Supplier;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseLeniencies;

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
  static DecodingException ofEnvelope(DecodingException e) {
    boolean algorithm =
        e.code().equals(CoseLeniencies.ALG_MISSING.code())
            || e.code().equals(CoseLeniencies.ALG_UNPROTECTED.code());
    return algorithm ? e.withCode(CmwCodes.ALG) : translate(e);
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

  /** Returns {@code e}, a fault of a wrapper, with a code of this module. */
  static DecodingException translate(DecodingException e) {
    return e.code().equals(e.reason().name()) ? e.withCode(code(e)) : e;
  }

  private static String code(DecodingException e) {
    return switch (e.reason()) {
      case TRAILING_DATA -> CmwCodes.TRAILING_DATA;
      case DUPLICATE_KEY -> CmwCodes.LABEL_DUPLICATE;
      case LIMIT_EXCEEDED -> CmwCodes.SIZE_LIMIT;
      default -> CmwCodes.MALFORMED;
    };
  }
}
