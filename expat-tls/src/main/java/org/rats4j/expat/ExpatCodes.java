package org.rats4j.expat;

/**
 * The codes of this module, as {@link org.rats4j.core.RatsException#code()} has them; {@code
 * docs/errors.md} says what each means, and {@link AlertDescription#of} which alert TLS would send.
 */
public final class ExpatCodes {
  /** The connection is not TLS 1.3. */
  public static final String TLS_VERSION = "TLS_VERSION";

  /** The cipher suite is none of RFC 8446. */
  public static final String UNKNOWN_SUITE = "UNKNOWN_SUITE";

  /** The TLS stack cannot export keying material. */
  public static final String NO_EXPORTER = "NO_EXPORTER";

  /** The connection resumes a session, or nobody vouches for the contrary. */
  public static final String RESUMED = "RESUMED";

  /** The connection failed or was closed before. */
  public static final String CLOSED = "CLOSED";

  /** A limit of {@link ExpatLimits}. */
  public static final String LIMIT_EXCEEDED = "LIMIT_EXCEEDED";

  /** A length that does not fit what is around it. */
  public static final String MALFORMED = "MALFORMED";

  /** A handshake message of another type, or in another place. */
  public static final String UNEXPECTED_MESSAGE = "UNEXPECTED_MESSAGE";

  /** Bytes behind the last message. */
  public static final String TRAILING_BYTES = "TRAILING_BYTES";

  /** An authenticator for which no request of ours is open. */
  public static final String NOT_REQUESTED = "NOT_REQUESTED";

  /** The MAC over the transcript is wrong. */
  public static final String BAD_FINISHED = "BAD_FINISHED";

  /** The peer refused to authenticate, and this is authentic. */
  public static final String REFUSED = "REFUSED";

  /** An extension stands twice in one block. */
  public static final String DUPLICATE_EXTENSION = "DUPLICATE_EXTENSION";

  /** A Certificate without entries before a CertificateVerify. */
  public static final String EMPTY_CERTIFICATE_LIST = "EMPTY_CERTIFICATE_LIST";

  /** The context is not that of the request. */
  public static final String CONTEXT_MISMATCH = "CONTEXT_MISMATCH";

  /** The context was used on this connection before. */
  public static final String CONTEXT_REUSED = "CONTEXT_REUSED";

  /** An entry has an extension that was not offered. */
  public static final String UNSUPPORTED_EXTENSION = "UNSUPPORTED_EXTENSION";

  /** Attestation in an entry that is not the first. */
  public static final String MISPLACED_ATTESTATION = "MISPLACED_ATTESTATION";

  /** An attestation that is empty, cut, no CMW or of another kind than agreed. */
  public static final String BAD_ATTESTATION = "BAD_ATTESTATION";

  /** A signature scheme that TLS 1.3 has not for CertificateVerify. */
  public static final String SCHEME_NOT_ALLOWED = "SCHEME_NOT_ALLOWED";

  /** A signature scheme that the request did not offer. */
  public static final String SCHEME_NOT_OFFERED = "SCHEME_NOT_OFFERED";

  /** An entry that is not exactly one X.509 certificate. */
  public static final String BAD_CERTIFICATE = "BAD_CERTIFICATE";

  /** The key of the certificate is not one for the scheme. */
  public static final String KEY_SCHEME_MISMATCH = "KEY_SCHEME_MISMATCH";

  /** The signature of CertificateVerify is wrong. */
  public static final String BAD_SIGNATURE = "BAD_SIGNATURE";

  /** The chain validator does not take the certificates. */
  public static final String CHAIN_REJECTED = "CHAIN_REJECTED";

  /** No attestation where one is required. */
  public static final String ATTESTATION_MISSING = "ATTESTATION_MISSING";

  /** The appraiser does not accept the attestation. */
  public static final String APPRAISAL_REJECTED = "APPRAISAL_REJECTED";

  /** The attestation names another binder. */
  public static final String BINDER_MISMATCH = "BINDER_MISMATCH";

  /** The attestation names another key. */
  public static final String AIK_HASH_MISMATCH = "AIK_HASH_MISMATCH";

  /** The appraiser did not confirm the binder. */
  public static final String BINDER_NOT_CONFIRMED = "BINDER_NOT_CONFIRMED";

  /** The appraiser did not confirm the key. */
  public static final String KEY_NOT_CONFIRMED = "KEY_NOT_CONFIRMED";

  /** The peer does not accept the attestation of this side, or its own part failed. */
  public static final String PEER_REJECTED = "PEER_REJECTED";

  /** A policy of the caller says no. */
  public static final String POLICY_REJECTED = "POLICY_REJECTED";

  /** The deadline of the exchange has passed. */
  public static final String TIMEOUT = "TIMEOUT";

  /** A request of the type that the other side makes. */
  public static final String WRONG_DIRECTION = "WRONG_DIRECTION";

  /** A known extension that may not stand in a request. */
  public static final String FORBIDDEN_EXTENSION = "FORBIDDEN_EXTENSION";

  /** A request without signature_algorithms. */
  public static final String MISSING_SIGNATURE_ALGORITHMS = "MISSING_SIGNATURE_ALGORITHMS";

  /** An attestation that does not fit into a certificate entry. */
  public static final String ATTESTATION_TOO_LARGE = "ATTESTATION_TOO_LARGE";

  /** The signer of an identity failed. */
  public static final String SIGNER_FAILED = "SIGNER_FAILED";

  /** The attestation provider failed. */
  public static final String PROVIDER_FAILED = "PROVIDER_FAILED";

  /** A frame of another type than is due. */
  public static final String FRAME_TYPE = "FRAME_TYPE";

  /** A frame beyond the limit. */
  public static final String FRAME_TOO_LARGE = "FRAME_TOO_LARGE";

  /** The stream ends inside a frame. */
  public static final String FRAME_TRUNCATED = "FRAME_TRUNCATED";

  /** Application data before the verdict. */
  public static final String APPLICATION_DATA_EARLY = "APPLICATION_DATA_EARLY";

  private ExpatCodes() {}
}
