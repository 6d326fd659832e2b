package org.rats4j.expat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;

/**
 * An authenticator (RFC 9261, section 5) that nobody vouches for.
 *
 * <pre>{@code
 * Certificate | CertificateVerify | Finished        an authenticator
 * Finished                                          an empty one: a refusal
 * }</pre>
 *
 * <p>On a connection use {@link ExportedAuthenticators#validate}, which knows what was asked and
 * which contexts were used. {@link #verify} is for callers who keep such things themselves.
 */
public final class UnverifiedAuthenticator {
  private final HandshakeMessage finished;
  private final Optional<Signed> signed;

  /**
   * The messages in front of Finished.
   *
   * @param messages the messages as received
   * @param certificate the Certificate
   * @param certificateVerify the CertificateVerify
   */
  record Signed(
      Flight.Signed messages,
      CertificateMessage certificate,
      CertificateVerify certificateVerify) {}

  private UnverifiedAuthenticator(HandshakeMessage finished, Optional<Signed> signed) {
    this.finished = finished;
    this.signed = signed;
  }

  static UnverifiedAuthenticator of(Flight flight, ExpatLimits limits) throws DecodingException {
    if (flight.signed().isEmpty()) {
      return new UnverifiedAuthenticator(flight.finished(), Optional.empty());
    }
    Flight.Signed messages = flight.signed().get();
    Signed signed =
        new Signed(
            messages,
            CertificateMessage.decode(messages.certificate(), limits),
            CertificateVerify.decode(messages.certificateVerify()));
    return new UnverifiedAuthenticator(flight.finished(), Optional.of(signed));
  }

  /** Returns whether this is an empty authenticator. */
  public boolean isEmpty() {
    return signed.isEmpty();
  }

  /** Returns the certificate_request_context; an empty authenticator has none. */
  public Optional<Bytes> context() {
    return signed.map(messages -> messages.certificate().context());
  }

  /** Returns the certificate entries, the signer's first; an empty authenticator has none. */
  public List<CertificateEntry> entries() {
    return signed.map(messages -> messages.certificate().entries()).orElse(List.of());
  }

  /** Returns the scheme of the signature; an empty authenticator has none. */
  public OptionalInt scheme() {
    return signed.isPresent()
        ? OptionalInt.of(signed.get().certificateVerify().scheme())
        : OptionalInt.empty();
  }

  /** Returns the signature as it stands in CertificateVerify; an empty authenticator has none. */
  public Optional<Bytes> signature() {
    return signed.map(messages -> messages.certificateVerify().signature());
  }

  /** Returns the MAC. */
  public Bytes verifyData() {
    return finished.body();
  }

  /**
   * Verifies this authenticator.
   *
   * @throws DecodingException with the code BAD_ATTESTATION, MALFORMED or BAD_CERTIFICATE if what
   *     is inside is not what it should be, UNEXPECTED_MESSAGE if this is empty and there was no
   *     request
   * @throws VerificationException with the code TLS_VERSION, UNKNOWN_SUITE, NO_EXPORTER or RESUMED
   *     if the connection is not one for authenticators; CONTEXT_MISMATCH, CONTEXT_REUSED,
   *     UNSUPPORTED_EXTENSION, MISPLACED_ATTESTATION, SCHEME_NOT_ALLOWED, SCHEME_NOT_OFFERED,
   *     KEY_SCHEME_MISMATCH, BAD_SIGNATURE, BAD_FINISHED or CHAIN_REJECTED
   */
  public AuthenticatorResult verify(AuthenticatorExpectations expectations)
      throws DecodingException, VerificationException {
    return expectations.check().check(this);
  }

  Optional<Signed> signed() {
    return signed;
  }

  HandshakeMessage finished() {
    return finished;
  }

  @Override
  public String toString() {
    return isEmpty()
        ? "UnverifiedAuthenticator[empty]"
        : "UnverifiedAuthenticator[" + entries().size() + " certificates, not verified]";
  }
}
