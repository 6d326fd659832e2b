package org.rats4j.pkix;

import org.rats4j.core.CoreCodes;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.der.DerValue;

/**
 * The codes of this module, as {@link org.rats4j.core.RatsException#code()} and {@link
 * org.rats4j.core.Finding#code()} have them; {@code docs/errors.md} says what each means.
 */
public final class PkixCodes {
  /** A PEM block of another label, or not exactly one block. */
  public static final String PEM_LABEL = "PEM_LABEL";

  /** A text that is not padded base64 of the standard alphabet. */
  public static final String BASE64_INVALID = "BASE64_INVALID";

  /** The input ends too early. */
  public static final String DER_TRUNCATED = DerValue.TRUNCATED;

  /** Bytes behind the value. */
  public static final String DER_TRAILING_BYTES = DerValue.TRAILING_BYTES;

  /** A value that is not in its only encoding. */
  public static final String DER_NON_CANONICAL = DerValue.NON_CANONICAL;

  /** A GeneralizedTime that is not in its only encoding, or no time. */
  public static final String TIME_NOT_DER = DerValue.TIME_NOT_DER;

  /** A limit of the options. */
  public static final String LIMIT_EXCEEDED = "LIMIT_EXCEEDED";

  /** A value in the form of the drafts before -06; a finding under the legacy profile. */
  public static final String LEGACY_VALUE_CHOICE = "LEGACY_VALUE_CHOICE";

  /** A member of another type, or in another place. */
  public static final String STRUCTURE = "STRUCTURE";

  /** More members than the type has. */
  public static final String ENVELOPE_EXTENDED = "ENVELOPE_EXTENDED";

  /** A version other than 1. */
  public static final String VERSION_UNSUPPORTED = "VERSION_UNSUPPORTED";

  /** No element. */
  public static final String ELEMENTS_EMPTY = "ELEMENTS_EMPTY";

  /** An element without claim. */
  public static final String CLAIMS_EMPTY = "CLAIMS_EMPTY";

  /** A signer identifier without member. */
  public static final String SID_EMPTY = "SID_EMPTY";

  /** A second transaction or platform element. */
  public static final String ELEMENT_REPEATED = "ELEMENT_REPEATED";

  /** A key element without identifier. */
  public static final String KEY_IDENTIFIER_MISSING = "KEY_IDENTIFIER_MISSING";

  /** Two key elements with one identifier. */
  public static final String KEY_IDENTIFIER_SHARED = "KEY_IDENTIFIER_SHARED";

  /** Finding: one identifier twice in one key element. */
  public static final String KEY_IDENTIFIER_DUPLICATE = "KEY_IDENTIFIER_DUPLICATE";

  /** A claim twice that may stand once. */
  public static final String CLAIM_REPEATED = "CLAIM_REPEATED";

  /** One attestation key named twice. */
  public static final String AK_SPKI_DUPLICATE = "AK_SPKI_DUPLICATE";

  /** A claim of the draft without value. */
  public static final String CLAIM_VALUE_MISSING = "CLAIM_VALUE_MISSING";

  /** A claim with a value of another type. */
  public static final String CLAIM_VALUE_TYPE = "CLAIM_VALUE_TYPE";

  /** A claim with a value out of its range. */
  public static final String CLAIM_VALUE_RANGE = "CLAIM_VALUE_RANGE";

  /** A claim that is no SubjectPublicKeyInfo and must be one. */
  public static final String SPKI_MALFORMED = "SPKI_MALFORMED";

  /** A claim in an element that it does not belong to; a deviation. */
  public static final String CLAIM_WRONG_ELEMENT = "CLAIM_WRONG_ELEMENT";

  /** Finding: an intermediate certificate that cannot be read; it is not used. */
  public static final String INTERMEDIATE_UNREADABLE = "INTERMEDIATE_UNREADABLE";

  /** Finding: intermediate certificates under an IMPLICIT tag. */
  public static final String INTERMEDIATES_IMPLICIT = "INTERMEDIATES_IMPLICIT";

  /** Finding: an element of unknown type; an error if the options refuse those. */
  public static final String ELEMENT_UNKNOWN = "ELEMENT_UNKNOWN";

  /** Finding: a claim of unknown type; an error if the options refuse those. */
  public static final String CLAIM_UNKNOWN = "CLAIM_UNKNOWN";

  /** No signature. */
  public static final String UNSIGNED = "UNSIGNED";

  /** A key identifier that nobody has an answer for. */
  public static final String KEY_UNRESOLVED = "KEY_UNRESOLVED";

  /** A signer identifier whose members mean different keys. */
  public static final String SID_KEYS_DISAGREE = "SID_KEYS_DISAGREE";

  /** An algorithm that is not known. */
  public static final String ALGORITHM_UNSUPPORTED = "ALGORITHM_UNSUPPORTED";

  /** An algorithm for keys of another kind. */
  public static final String ALGORITHM_KEY_MISMATCH = "ALGORITHM_KEY_MISMATCH";

  /** An algorithm or key that the policy does not allow. */
  public static final String ALGORITHM_REFUSED = "ALGORITHM_REFUSED";

  /** A signature that is wrong. */
  public static final String SIGNATURE_INVALID = "SIGNATURE_INVALID";

  /** A signer's certificate without digitalSignature. */
  public static final String AK_KEY_USAGE = "AK_KEY_USAGE";

  /** A signer's certificate that is not for attestation keys. */
  public static final String AK_EXTENDED_KEY_USAGE = "AK_EXTENDED_KEY_USAGE";

  /** A certificate without path to a trust anchor. */
  public static final String PATH_NOT_FOUND = "PATH_NOT_FOUND";

  /** A signer's certificate that is not valid at the time. */
  public static final String CERTIFICATE_EXPIRED = "CERTIFICATE_EXPIRED";

  /** A certificate of the path is revoked, or its status is not known. */
  public static final String CERTIFICATE_REVOKED = CoreCodes.CERTIFICATE_REVOKED;

  /** Not enough signers, or none that the verifier trusts. */
  public static final String SIGNER_NOT_TRUSTED = "SIGNER_NOT_TRUSTED";

  /** A signer whose key is not among those that the evidence names. */
  public static final String SIGNER_NOT_IN_AK_SPKI = "SIGNER_NOT_IN_AK_SPKI";

  /** An attestation key that the evidence names and that has no valid signature. */
  public static final String AK_SPKI_UNBACKED = "AK_SPKI_UNBACKED";

  /** Something failed that must not fail; the evidence is rejected. */
  public static final String INTERNAL_ERROR = "INTERNAL_ERROR";

  /** What the code of each policy begins with. */
  public static final String POLICY_PREFIX = "POLICY_";

  private static final String NONCE_POLICY = POLICY_PREFIX + "REQUIRE_NONCE";

  /** A request for an element of unknown type. */
  public static final String REQUEST_ELEMENT_UNKNOWN = "REQUEST_ELEMENT_UNKNOWN";

  /** A request that gives a value to a claim of unknown type. */
  public static final String REQUEST_CLAIM_UNKNOWN = "REQUEST_CLAIM_UNKNOWN";

  /** A request for a key that does not say which. */
  public static final String REQUEST_KEY_NOT_SELECTED = "REQUEST_KEY_NOT_SELECTED";

  /** A request for a key that is not there. */
  public static final String REQUEST_KEY_NOT_FOUND = "REQUEST_KEY_NOT_FOUND";

  /** A request that the presenter may not make. */
  public static final String REQUEST_REFUSED = "REQUEST_REFUSED";

  /** Evidence that says more than was asked for. */
  public static final String NOT_REQUESTED = "NOT_REQUESTED";

  /** A certification request whose own signature is wrong. */
  public static final String CSR_SIGNATURE_INVALID = "CSR_SIGNATURE_INVALID";

  /** No key element has the key of the certification request. */
  public static final String CSR_KEY_NOT_ATTESTED = "CSR_KEY_NOT_ATTESTED";

  /** A statement inside an OCTET STRING; a deviation. */
  public static final String CSR_STATEMENT_WRAPPED = "CSR_STATEMENT_WRAPPED";

  /** A certification request without statement of the type of evidence. */
  public static final String CSR_ATTESTATION_ABSENT = "CSR_ATTESTATION_ABSENT";

  /** A wrapper of another media type than the agreed one. */
  public static final String CMW_MEDIA_TYPE = "CMW_MEDIA_TYPE";

  /** A wrapper that says that it has no evidence. */
  public static final String CMW_INDICATOR = "CMW_INDICATOR";

  private PkixCodes() {}

  /** Returns which reason of a {@link VerificationException} a code belongs to. */
  static Reason reason(String code) {
    return switch (code) {
      case UNSIGNED -> Reason.UNPROTECTED;
      case KEY_UNRESOLVED -> Reason.UNKNOWN_KEY;
      case SID_KEYS_DISAGREE, ALGORITHM_KEY_MISMATCH, AK_KEY_USAGE, AK_EXTENDED_KEY_USAGE ->
          Reason.KEY_MISMATCH;
      case ALGORITHM_UNSUPPORTED, ALGORITHM_REFUSED -> Reason.ALGORITHM_NOT_ALLOWED;
      case SIGNATURE_INVALID, CSR_SIGNATURE_INVALID -> Reason.BAD_SIGNATURE;
      case PATH_NOT_FOUND, CERTIFICATE_REVOKED, SIGNER_NOT_TRUSTED -> Reason.UNTRUSTED_CHAIN;
      case CERTIFICATE_EXPIRED -> Reason.EXPIRED;
      case SIGNER_NOT_IN_AK_SPKI, AK_SPKI_UNBACKED, CSR_KEY_NOT_ATTESTED -> Reason.BINDING_MISMATCH;
      case NONCE_POLICY -> Reason.NONCE_MISMATCH;
      case CMW_MEDIA_TYPE, CMW_INDICATOR -> Reason.TYPE_MISMATCH;
      case REQUEST_ELEMENT_UNKNOWN,
          REQUEST_CLAIM_UNKNOWN,
          REQUEST_KEY_NOT_SELECTED,
          REQUEST_KEY_NOT_FOUND,
          REQUEST_REFUSED,
          NOT_REQUESTED ->
          Reason.PROTOCOL_VIOLATION;
      default -> Reason.POLICY_REJECTED;
    };
  }

  /** Returns the exception for an error. */
  static VerificationException exception(Finding error) {
    return VerificationException.of(
        reason(error.code()), error.code(), error.path(), error.message());
  }
}
