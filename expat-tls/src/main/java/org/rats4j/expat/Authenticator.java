package org.rats4j.expat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.expat.tls.TlsRole;

/**
 * A valid authenticator: the holder of the leaf key answered this request on this connection, and
 * the caller's validator takes the chain.
 *
 * <p>It does not say when it was made, and nothing of its attestation was looked at. Two
 * authenticators of one connection need not be of one party.
 */
public final class Authenticator implements AuthenticatorResult {
  private final TlsRole sender;
  private final Bytes context;
  private final List<X509Certificate> chain;
  private final List<CertificateEntry> entries;
  private final int scheme;
  private final Optional<Bytes> attestation;

  Authenticator(
      TlsRole sender,
      CertificateMessage certificate,
      List<X509Certificate> chain,
      int scheme,
      Optional<Bytes> attestation) {
    this.sender = sender;
    this.context = certificate.context();
    this.entries = certificate.entries();
    this.chain = List.copyOf(chain);
    this.scheme = scheme;
    this.attestation = attestation;
  }

  /**
   * Decodes exactly one authenticator under {@link ExpatLimits#DEFAULT}.
   *
   * @throws DecodingException as {@link #decode(Bytes, ExpatLimits)}
   */
  public static UnverifiedAuthenticator decode(Bytes bytes) throws DecodingException {
    return decode(bytes, ExpatLimits.DEFAULT);
  }

  /**
   * Decodes exactly one authenticator. Certificates and attestation stay bytes.
   *
   * @throws DecodingException with the code LIMIT_EXCEEDED, MALFORMED, UNEXPECTED_MESSAGE,
   *     TRAILING_BYTES, DUPLICATE_EXTENSION or EMPTY_CERTIFICATE_LIST if the bytes are anything
   *     else
   */
  public static UnverifiedAuthenticator decode(Bytes bytes, ExpatLimits limits)
      throws DecodingException {
    return UnverifiedAuthenticator.of(Flight.read(bytes, limits), limits);
  }

  /** Returns who made it. */
  public TlsRole sender() {
    return sender;
  }

  @Override
  public Bytes context() {
    return context;
  }

  /** Returns the certificates as received, the signer's first. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** Returns the certificate whose key signed. */
  public X509Certificate leaf() {
    return chain.get(0);
  }

  /** Returns the entries as received, each with its extensions. */
  public List<CertificateEntry> entries() {
    return entries;
  }

  /** Returns the scheme of {@link SignatureScheme} of the signature. */
  public int scheme() {
    return scheme;
  }

  /**
   * Returns the {@code cmw_data} as received. Nobody has looked at it: {@link
   * ExportedAuthenticators#appraise} does.
   */
  public Optional<Bytes> attestation() {
    return attestation;
  }

  @Override
  public Authenticator authenticator() {
    return this;
  }

  @Override
  public String toString() {
    return "Authenticator["
        + sender
        + ", "
        + leaf().getSubjectX500Principal()
        + ", "
        + SignatureScheme.name(scheme)
        + (attestation.isPresent() ? ", attestation not appraised]" : "]");
  }
}
