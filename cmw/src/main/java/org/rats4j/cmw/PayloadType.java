package org.rats4j.cmw;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;

/**
 * What the header of a signed wrapper says of the payload (RFC 9999, sections 4.1, 4.2 and 9.5).
 */
final class PayloadType {
  private static final String PARAMETER = "cmwc_t";
  private static final String APPLICATION = "application/";

  /** Says nothing, as a content-format does, which has no parameters. */
  static final PayloadType ANY = new PayloadType(null, "");

  private final @Nullable String collectionType;
  private final String path;

  private PayloadType(@Nullable String collectionType, String path) {
    this.collectionType = collectionType;
    this.path = path;
  }

  /** Returns what the parameters of {@code mediaType}, which is that of a wrapper, say. */
  static PayloadType ofParameters(MediaType mediaType) {
    return mediaType.parameters().isEmpty()
        ? ANY
        : new PayloadType(mediaType.parameters().get(PARAMETER), "");
  }

  /**
   * Returns the type that {@code text} names.
   *
   * @param path where it stands
   * @throws VerificationException if it is not that of a wrapper in {@code encoding}
   */
  static PayloadType of(String text, Encoding encoding, String path, Findings findings)
      throws VerificationException {
    String full = text;
    if (encoding == Encoding.JSON && text.indexOf('/') < 0) {
      full = APPLICATION + text;
    }
    MediaType mediaType = mediaType(full, path);
    if (!mediaType.name().equals(APPLICATION + "cmw+" + encoding.name().toLowerCase(Locale.ROOT))) {
      throw fault(path, "content type is not that of a wrapper in " + encoding);
    }
    if (!full.equals(text)) {
      deviation(CmwLeniencies.CTY_SHORT, findings, path, "content type is not in full");
    }
    Optional<String> collectionType = mediaType.parameter(PARAMETER);
    if (mediaType.parameters().size() > (collectionType.isPresent() ? 1 : 0)) {
      deviation(CmwLeniencies.CTY_PARAMETER, findings, path, "parameter other than " + PARAMETER);
    }
    return new PayloadType(collectionType.orElse(null), path);
  }

  static VerificationException missing(String path) {
    return fault(path, "there is no protected content type");
  }

  /**
   * Compares with the payload.
   *
   * @throws VerificationException if a collection type is named that is not that of {@code cmw}
   */
  void compare(Cmw cmw) throws VerificationException {
    if (!fits(cmw)) {
      throw VerificationException.of(
          Reason.CLAIMS_MISMATCH,
          CmwCodes.CTY,
          path,
          PARAMETER + " is not the type of a collection that is the payload");
    }
  }

  /** Returns whether no collection type is named, or that of {@code cmw}. */
  boolean fits(Cmw cmw) {
    return collectionType == null
        || (cmw instanceof CmwCollection collection
            && collection.type().filter(collectionType::equalsIgnoreCase).isPresent());
  }

  private static MediaType mediaType(String text, String path) throws VerificationException {
    try {
      return MediaType.of(text);
    } catch (IllegalArgumentException e) {
      throw fault(path, "content type is no media type");
    }
  }

  private static void deviation(Leniency leniency, Findings findings, String path, String message)
      throws VerificationException {
    if (!findings.options().allows(leniency)) {
      throw VerificationException.of(Reason.TYPE_MISMATCH, leniency.code(), path, message);
    }
    findings.add(leniency.code(), Finding.Severity.DEVIATION, path, message);
  }

  private static VerificationException fault(String path, String detail) {
    return VerificationException.of(Reason.TYPE_MISMATCH, CmwCodes.CTY, path, detail);
  }
}
