package org.rats4j.core;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a well-formed message is not what its verifier expects.
 *
 * <p>Branch on {@link #reason()}, show {@link #getMessage()} to people. A negative appraisal is
 * data, not an exception.
 */
public final class VerificationException extends RatsException {
  @Serial private static final long serialVersionUID = 1L;

  /** Why verification failed. New constants may appear in minor releases. */
  public enum Reason {
    /** The signature, MAC or Finished value is wrong. */
    BAD_SIGNATURE,
    /** No key was found for the message. */
    UNKNOWN_KEY,
    /** The key does not fit the algorithm or the message. */
    KEY_MISMATCH,
    /** The certificates do not lead to a trust anchor. */
    UNTRUSTED_CHAIN,
    /** The algorithm is not among the expected ones. */
    ALGORITHM_NOT_ALLOWED,
    /** A critical header or extension is not understood. */
    UNKNOWN_CRITICAL,
    /** The payload is detached and was not given. */
    PAYLOAD_MISSING,
    /** A digest is not that of the data. */
    DIGEST_MISMATCH,
    /** Claims that must be equal differ. */
    CLAIMS_MISMATCH,
    /** The message is of another type. */
    TYPE_MISMATCH,
    /** The nonce is absent or another one. */
    NONCE_MISMATCH,
    /** The audience is absent or another one. */
    AUDIENCE_MISMATCH,
    /** The profile is absent or another one. */
    PROFILE_MISMATCH,
    /** The message is not bound to this connection or key. */
    BINDING_MISMATCH,
    /** The message is too old. */
    EXPIRED,
    /** The message is not valid yet. */
    NOT_YET_VALID,
    /** There is no signature where one is due. */
    UNPROTECTED,
    /** A policy of the caller says no. */
    POLICY_REJECTED,
    /** The order, role or state of an exchange is wrong. */
    PROTOCOL_VIOLATION,
    /** A limit is exceeded. */
    LIMIT_EXCEEDED,
  }

  private final Reason reason;

  private VerificationException(
      Reason reason, String code, String path, String detail, @Nullable Throwable cause) {
    super(code, path, detail, cause);
    this.reason = reason;
  }

  /** Returns an exception for the message as a whole, with the reason's name as code. */
  public static VerificationException of(Reason reason, String detail) {
    return of(reason, reason.name(), "", detail);
  }

  /** Returns an exception for the item at {@code path}, with the code of a module. */
  public static VerificationException of(Reason reason, String code, String path, String detail) {
    return new VerificationException(
        Objects.requireNonNull(reason, "reason"),
        Objects.requireNonNull(code, "code"),
        Objects.requireNonNull(path, "path"),
        Objects.requireNonNull(detail, "detail"),
        null);
  }

  /** Returns an exception with the code of a module that keeps what led to it. */
  public static VerificationException of(
      Reason reason, String code, String path, String detail, Throwable cause) {
    return new VerificationException(
        Objects.requireNonNull(reason, "reason"),
        Objects.requireNonNull(code, "code"),
        Objects.requireNonNull(path, "path"),
        Objects.requireNonNull(detail, "detail"),
        Objects.requireNonNull(cause, "cause"));
  }

  /** Returns an exception for the message as a whole that keeps what a provider threw. */
  public static VerificationException of(Reason reason, String detail, Throwable cause) {
    return new VerificationException(
        Objects.requireNonNull(reason, "reason"),
        reason.name(),
        "",
        Objects.requireNonNull(detail, "detail"),
        Objects.requireNonNull(cause, "cause"));
  }

  /** Returns this exception under the code of a module; its cause stays. */
  public VerificationException withCode(String code) {
    return new VerificationException(
        reason, Objects.requireNonNull(code, "code"), path(), detail(), getCause());
  }

  /** Returns the reason. */
  public Reason reason() {
    return reason;
  }
}
