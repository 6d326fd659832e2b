package org.rats4j.expat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;

/** The rules that can be broken: for each the reason in the words of core, and the alert of TLS. */
enum Fault {
  TLS_VERSION(VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.PROTOCOL_VERSION),
  UNKNOWN_SUITE(
      VerificationException.Reason.ALGORITHM_NOT_ALLOWED, AlertDescription.HANDSHAKE_FAILURE),
  NO_EXPORTER(VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.INTERNAL_ERROR),
  RESUMED(VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.HANDSHAKE_FAILURE),
  CLOSED(VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.INTERNAL_ERROR),
  LIMIT_EXCEEDED(
      DecodingException.Reason.LIMIT_EXCEEDED,
      VerificationException.Reason.LIMIT_EXCEEDED,
      AlertDescription.ILLEGAL_PARAMETER),
  MALFORMED(DecodingException.Reason.NOT_WELL_FORMED, AlertDescription.DECODE_ERROR),
  UNEXPECTED_MESSAGE(
      DecodingException.Reason.UNEXPECTED_STRUCTURE, AlertDescription.UNEXPECTED_MESSAGE),
  TRAILING_BYTES(DecodingException.Reason.TRAILING_DATA, AlertDescription.DECODE_ERROR),
  NOT_REQUESTED(
      VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.UNEXPECTED_MESSAGE),
  BAD_FINISHED(VerificationException.Reason.BAD_SIGNATURE, AlertDescription.DECRYPT_ERROR),
  REFUSED(VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.CERTIFICATE_REQUIRED),
  DUPLICATE_EXTENSION(DecodingException.Reason.DUPLICATE_KEY, AlertDescription.ILLEGAL_PARAMETER),
  EMPTY_CERTIFICATE_LIST(
      DecodingException.Reason.UNEXPECTED_STRUCTURE, AlertDescription.DECODE_ERROR),
  CONTEXT_MISMATCH(VerificationException.Reason.NONCE_MISMATCH, AlertDescription.ILLEGAL_PARAMETER),
  CONTEXT_REUSED(VerificationException.Reason.NONCE_MISMATCH, AlertDescription.ILLEGAL_PARAMETER),
  UNSUPPORTED_EXTENSION(
      VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.UNSUPPORTED_EXTENSION),
  MISPLACED_ATTESTATION(
      VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.ILLEGAL_PARAMETER),
  BAD_ATTESTATION(DecodingException.Reason.UNEXPECTED_STRUCTURE, AlertDescription.DECODE_ERROR),
  SCHEME_NOT_ALLOWED(
      VerificationException.Reason.ALGORITHM_NOT_ALLOWED, AlertDescription.ILLEGAL_PARAMETER),
  SCHEME_NOT_OFFERED(
      VerificationException.Reason.ALGORITHM_NOT_ALLOWED, AlertDescription.ILLEGAL_PARAMETER),
  BAD_CERTIFICATE(DecodingException.Reason.INVALID_VALUE, AlertDescription.BAD_CERTIFICATE),
  KEY_SCHEME_MISMATCH(
      VerificationException.Reason.KEY_MISMATCH, AlertDescription.ILLEGAL_PARAMETER),
  BAD_SIGNATURE(VerificationException.Reason.BAD_SIGNATURE, AlertDescription.DECRYPT_ERROR),
  CHAIN_REJECTED(
      VerificationException.Reason.UNTRUSTED_CHAIN, AlertDescription.CERTIFICATE_UNKNOWN),
  ATTESTATION_MISSING(
      VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.CERTIFICATE_REQUIRED),
  APPRAISAL_REJECTED(VerificationException.Reason.POLICY_REJECTED, AlertDescription.ACCESS_DENIED),
  BINDER_MISMATCH(VerificationException.Reason.BINDING_MISMATCH, AlertDescription.ACCESS_DENIED),
  AIK_HASH_MISMATCH(VerificationException.Reason.BINDING_MISMATCH, AlertDescription.ACCESS_DENIED),
  BINDER_NOT_CONFIRMED(
      VerificationException.Reason.BINDING_MISMATCH, AlertDescription.ACCESS_DENIED),
  KEY_NOT_CONFIRMED(VerificationException.Reason.BINDING_MISMATCH, AlertDescription.ACCESS_DENIED),
  PEER_REJECTED(VerificationException.Reason.POLICY_REJECTED, AlertDescription.ACCESS_DENIED),
  POLICY_REJECTED(VerificationException.Reason.POLICY_REJECTED, AlertDescription.ACCESS_DENIED),
  TIMEOUT(VerificationException.Reason.EXPIRED, AlertDescription.USER_CANCELED),
  WRONG_DIRECTION(
      VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.ILLEGAL_PARAMETER),
  FORBIDDEN_EXTENSION(
      VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.ILLEGAL_PARAMETER),
  MISSING_SIGNATURE_ALGORITHMS(
      VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.MISSING_EXTENSION),
  ATTESTATION_TOO_LARGE(
      VerificationException.Reason.LIMIT_EXCEEDED, AlertDescription.INTERNAL_ERROR),
  SIGNER_FAILED(VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.INTERNAL_ERROR),
  PROVIDER_FAILED(VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.INTERNAL_ERROR),
  FRAME_TYPE(DecodingException.Reason.UNEXPECTED_STRUCTURE, AlertDescription.UNEXPECTED_MESSAGE),
  FRAME_TOO_LARGE(DecodingException.Reason.LIMIT_EXCEEDED, AlertDescription.ILLEGAL_PARAMETER),
  FRAME_TRUNCATED(DecodingException.Reason.NOT_WELL_FORMED, AlertDescription.DECODE_ERROR),
  APPLICATION_DATA_EARLY(
      VerificationException.Reason.PROTOCOL_VIOLATION, AlertDescription.UNEXPECTED_MESSAGE);

  private final DecodingException.@Nullable Reason syntax;
  private final VerificationException.@Nullable Reason check;
  private final int alert;

  Fault(DecodingException.Reason syntax, int alert) {
    this(syntax, null, alert);
  }

  Fault(VerificationException.Reason check, int alert) {
    this(null, check, alert);
  }

  Fault(
      DecodingException.@Nullable Reason syntax,
      VerificationException.@Nullable Reason check,
      int alert) {
    this.syntax = syntax;
    this.check = check;
    this.alert = alert;
  }

  int alert() {
    return alert;
  }

  /** Returns the exception for a rule of the syntax. */
  DecodingException decoding(String path, String detail) {
    return DecodingException.of(Objects.requireNonNull(syntax), name(), path, detail);
  }

  /** Returns the exception for a rule that is no syntax. */
  VerificationException verification(String path, String detail) {
    return VerificationException.of(Objects.requireNonNull(check), name(), path, detail);
  }

  VerificationException verification(String detail) {
    return verification("", detail);
  }

  VerificationException verification(String detail, Throwable cause) {
    return VerificationException.of(Objects.requireNonNull(check), detail, cause).withCode(name());
  }
}
