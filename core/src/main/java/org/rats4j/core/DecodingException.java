package org.rats4j.core;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when bytes do not decode to the expected structure.
 *
 * <p>Branch on {@link #reason()}, show {@link #getMessage()} to people. The message names the path,
 * never the offending bytes, so that it is safe to log.
 */
public final class DecodingException extends RatsException {
  @Serial private static final long serialVersionUID = 1L;

  /** Why decoding failed. New constants may appear in minor releases. */
  public enum Reason {
    /** The bytes are not well-formed CBOR, JSON, DER or base64url. */
    NOT_WELL_FORMED,
    /** A text is not valid UTF-8, or has lone surrogates. */
    INVALID_UTF8,
    /** There are bytes behind the item. */
    TRAILING_DATA,
    /** A key, label or member stands twice in one map. */
    DUPLICATE_KEY,
    /** A limit of {@link DecodeOptions} is exceeded. */
    LIMIT_EXCEEDED,
    /** The {@link EncodingRule} is broken. */
    ENCODING_RULE,
    /** The item is well-formed, but not of the shape that the specification demands. */
    UNEXPECTED_STRUCTURE,
    /** The shape is right, the value is out of range. */
    INVALID_VALUE,
    /** The item is legal, but not implemented. */
    UNSUPPORTED,
  }

  private final Reason reason;

  private DecodingException(
      Reason reason, String code, String path, String detail, @Nullable Throwable cause) {
    super(code, path, detail, cause);
    this.reason = reason;
  }

  /** Returns an exception for the item at {@code path}, with the reason's name as code. */
  public static DecodingException of(Reason reason, String path, String detail) {
    return of(reason, reason.name(), path, detail);
  }

  /** Returns an exception for the item at {@code path}, with the code of a module. */
  public static DecodingException of(Reason reason, String code, String path, String detail) {
    return new DecodingException(
        Objects.requireNonNull(reason, "reason"),
        Objects.requireNonNull(code, "code"),
        Objects.requireNonNull(path, "path"),
        Objects.requireNonNull(detail, "detail"),
        null);
  }

  /** Returns this exception under the code of a module. */
  public DecodingException withCode(String code) {
    return new DecodingException(
        reason, Objects.requireNonNull(code, "code"), path(), detail(), getCause());
  }

  /** Returns the reason. */
  public Reason reason() {
    return reason;
  }
}
