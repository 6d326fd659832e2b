package org.rats4j.eat;

import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;

/**
 * The error codes of this module, as {@link org.rats4j.core.RatsException#code()} and the codes of
 * findings have them; {@code docs/errors.md} says what each means.
 */
public final class EatCodes {
  /** Not well-formed CBOR or JSON. */
  public static final String NOT_WELL_FORMED = "NOT_WELL_FORMED";

  /** Bytes behind the token or claims-set. */
  public static final String TRAILING_DATA = "TRAILING_DATA";

  /** A claim or any other key twice. */
  public static final String DUPLICATE_KEY = "DUPLICATE_KEY";

  /** A limit of the options. */
  public static final String LIMIT_EXCEEDED = "LIMIT_EXCEEDED";

  /** Submodules or tokens in tokens deeper than the options allow. */
  public static final String DEPTH_EXCEEDED = "DEPTH_EXCEEDED";

  /** A text that is not UTF-8. */
  public static final String BAD_UTF8 = "BAD_UTF8";

  /** A text that is not base64url without padding. */
  public static final String BAD_BASE64 = "BAD_BASE64";

  /** A value of a type that the claim does not have. */
  public static final String WRONG_TYPE = "WRONG_TYPE";

  /** A byte string or text of a length that the claim does not have. */
  public static final String BAD_LENGTH = "BAD_LENGTH";

  /** A value out of the range of the claim. */
  public static final String OUT_OF_RANGE = "OUT_OF_RANGE";

  /** A claim key that is neither integer nor text. */
  public static final String BAD_CLAIM_KEY = "BAD_CLAIM_KEY";

  /** A member that a closed map does not have. */
  public static final String UNKNOWN_MEMBER = "UNKNOWN_MEMBER";

  /** An {@code iat} that is a float. */
  public static final String FLOAT_IAT = "FLOAT_IAT";

  /** A tag on a claim that has none, or in front of a token. */
  public static final String UNEXPECTED_TAG = "UNEXPECTED_TAG";

  /** A token without the tag that it must have. */
  public static final String MISSING_TAG = "MISSING_TAG";

  /** A tag of tokens inside itself. */
  public static final String BAD_TAG_NESTING = "BAD_TAG_NESTING";

  /** A submodule that is neither claims-set, nested token nor digest, or has no text as name. */
  public static final String BAD_SUBMODULE = "BAD_SUBMODULE";

  /** A JSON-Selector of another shape, or where it must not be. */
  public static final String BAD_SELECTOR = "BAD_SELECTOR";

  /** A digest of a detached submodule that is none. */
  public static final String BAD_DIGEST = "BAD_DIGEST";

  /** Claims without signature, and no assertion of a secure channel. */
  public static final String UNPROTECTED_NOT_ALLOWED = "UNPROTECTED_NOT_ALLOWED";

  /** A nested token that is encrypted; nobody here decrypts it. */
  public static final String ENCRYPTED = "ENCRYPTED";

  /** A submodule of a kind that is not known. */
  public static final String UNKNOWN_SUBMODULE = "UNKNOWN_SUBMODULE";

  /** A bundle whose main token has no signature, or is a bundle. */
  public static final String BAD_MAIN_TOKEN = "BAD_MAIN_TOKEN";

  /** A bundle whose main token has no digest. */
  public static final String NO_DETACHED_DIGEST = "NO_DETACHED_DIGEST";

  /** A detached claims-set that is not the one of which verified claims have the digest. */
  public static final String DIGEST_MISMATCH = "DIGEST_MISMATCH";

  /** A detached claims-set of which no verified claims have a digest. */
  public static final String DETACHED_WITHOUT_DIGEST = "DETACHED_WITHOUT_DIGEST";

  /** Two digests of one name that are not the same. */
  public static final String AMBIGUOUS_DIGEST = "AMBIGUOUS_DIGEST";

  /** A digest without its claims-set, where all of them are demanded. */
  public static final String DETACHED_MISSING = "DETACHED_MISSING";

  /** A digest whose hash nobody here computes. */
  public static final String DIGEST_NOT_COMPUTED = "DIGEST_NOT_COMPUTED";

  /** A token that is not what its media type says. */
  public static final String MEDIA_TYPE_MISMATCH = "MEDIA_TYPE_MISMATCH";

  /** A media type that only drafts had. */
  public static final String MEDIA_TYPE_OF_DRAFT = "MEDIA_TYPE_OF_DRAFT";

  /** A token that was seen before. */
  public static final String REPLAYED = "REPLAYED";

  /** An algorithm that the verifier does not allow. */
  public static final String ALG_NOT_ALLOWED = "ALG_NOT_ALLOWED";

  /** A critical header that nobody here understands. */
  public static final String CRIT_UNKNOWN = "CRIT_UNKNOWN";

  /** Headers that contradict each other or the payload. */
  public static final String HEADER_CONFLICT = "HEADER_CONFLICT";

  /** No key for the token. */
  public static final String NO_KEY = "NO_KEY";

  /** A signature or MAC that is wrong. */
  public static final String BAD_SIGNATURE = "BAD_SIGNATURE";

  /** A token past its {@code exp}. */
  public static final String EXPIRED = "EXPIRED";

  /** A token before its {@code nbf} or {@code iat}. */
  public static final String NOT_YET_VALID = "NOT_YET_VALID";

  /** A token older than the verifier takes, or without {@code iat} where an age is demanded. */
  public static final String TOO_OLD = "TOO_OLD";

  /** No nonce where one is expected. */
  public static final String NONCE_MISSING = "NONCE_MISSING";

  /** Another nonce than the expected one. */
  public static final String NONCE_MISMATCH = "NONCE_MISMATCH";

  /** No profile or another one than the expected. */
  public static final String PROFILE_MISMATCH = "PROFILE_MISMATCH";

  /** A token that breaks a rule of its profile. */
  public static final String PROFILE_VIOLATION = "PROFILE_VIOLATION";

  /** A profile that the verifier does not know. */
  public static final String PROFILE_UNKNOWN = "PROFILE_UNKNOWN";

  /** A claim that the profile demands is missing. */
  public static final String PROFILE_CLAIM_MISSING = "PROFILE_CLAIM_MISSING";

  /** A claim that the profile does not have. */
  public static final String PROFILE_CLAIM_NOT_ALLOWED = "PROFILE_CLAIM_NOT_ALLOWED";

  /** A claim with a value that the profile does not allow. */
  public static final String PROFILE_CLAIM_VALUE = "PROFILE_CLAIM_VALUE";

  /** An encoding that the profile does not allow. */
  public static final String PROFILE_ENCODING = "PROFILE_ENCODING";

  /** An envelope or tag that the profile does not allow. */
  public static final String PROFILE_ENVELOPE = "PROFILE_ENVELOPE";

  /** An algorithm that the profile does not allow. */
  public static final String PROFILE_ALGORITHM = "PROFILE_ALGORITHM";

  /** A token that names its key in no way that the profile allows. */
  public static final String PROFILE_KEY_ID = "PROFILE_KEY_ID";

  /** No audience or another one than the expected. */
  public static final String AUDIENCE_MISMATCH = "AUDIENCE_MISMATCH";

  /** An audience in the token, and none expected. */
  public static final String AUDIENCE_UNCHECKED = "AUDIENCE_UNCHECKED";

  /** A claim that is there without the claim that it needs. */
  public static final String COMPANION_MISSING = "COMPANION_MISSING";

  /** A claim that must not be used. */
  public static final String DISCOURAGED_CLAIM = "DISCOURAGED_CLAIM";

  /** A claim of CBOR under the name that it has in JSON, where it means nothing. */
  public static final String JSON_NAME_IN_CBOR = "JSON_NAME_IN_CBOR";

  /** A digest made by an algorithm that is not known here. */
  public static final String UNKNOWN_DIGEST_ALGORITHM = "UNKNOWN_DIGEST_ALGORITHM";

  /** An object identifier that was probably written with its DER tag and length. */
  public static final String LOOKS_LIKE_DER = "LOOKS_LIKE_DER";

  /** A content type or {@code typ} of something else than a token. */
  public static final String OTHER_TYPE = "OTHER_TYPE";

  /** A claim that the other encoding has no form for. */
  public static final String CONVERSION_LOSS = "CONVERSION_LOSS";

  /** Tokens that do not belong together. */
  public static final String BINDER_MISMATCH = "BINDER_MISMATCH";

  /** A collection without a member that it must have. */
  public static final String MEMBER_MISSING = "MEMBER_MISSING";

  private EatCodes() {}

  /** Returns {@code e} at {@code path}, with the code of this module if it has none of its own. */
  public static DecodingException translate(DecodingException e, String path) {
    String code = CoreCodes.isOf(e) ? of(e.reason()) : e.code();
    return DecodingException.of(e.reason(), code, path, e.detail());
  }

  private static String of(DecodingException.Reason reason) {
    return switch (reason) {
      case UNEXPECTED_STRUCTURE -> WRONG_TYPE;
      case INVALID_VALUE -> OUT_OF_RANGE;
      case INVALID_UTF8 -> BAD_UTF8;
      default -> reason.name();
    };
  }

  /** Returns {@code e} with the code of this module if it has none of its own. */
  static VerificationException translate(VerificationException e) {
    String code =
        switch (e.reason()) {
          case ALGORITHM_NOT_ALLOWED -> ALG_NOT_ALLOWED;
          case UNKNOWN_CRITICAL -> CRIT_UNKNOWN;
          case UNKNOWN_KEY -> NO_KEY;
          case CLAIMS_MISMATCH -> HEADER_CONFLICT;
          default -> e.code();
        };
    boolean generic = e.code().equals(e.reason().name()) && !code.equals(e.code());
    return generic ? VerificationException.of(e.reason(), code, e.path(), e.detail()) : e;
  }
}
