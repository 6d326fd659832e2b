package org.rats4j.expat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.TlsRole;

/**
 * A request for an authenticator (RFC 9261, section 4): CertificateRequest if a server made it,
 * ClientCertificateRequest if a client did.
 *
 * <pre>{@code
 * struct {
 *   opaque certificate_request_context<0..2^8-1>;
 *   Extension extensions<2..2^16-1>;
 * } ClientCertificateRequest;
 * }</pre>
 *
 * <p>Two requests are the same only if they are one object: a connection answers each once, and
 * expects an answer to each once.
 */
public final class AuthenticatorRequest {
  private final TlsRole requester;
  private final Bytes encoded;
  private final Bytes context;
  private final List<TlsExtension> extensions;
  private final List<Integer> signatureSchemes;
  private final List<Integer> certificateSignatureSchemes;
  private final Optional<String> serverName;
  private final List<Bytes> certificateAuthorities;
  private final List<OidFilter> oidFilters;
  private final boolean offersAttestation;

  private AuthenticatorRequest(
      TlsRole requester,
      HandshakeMessage message,
      Bytes context,
      List<TlsExtension> extensions,
      List<Integer> signatureSchemes,
      RequestBodies bodies,
      boolean offersAttestation)
      throws DecodingException {
    this.requester = requester;
    this.encoded = message.encoded();
    this.context = context;
    this.extensions = extensions;
    this.signatureSchemes = signatureSchemes;
    this.offersAttestation = offersAttestation;
    certificateSignatureSchemes =
        bodies
            .schemes(TlsExtension.SIGNATURE_ALGORITHMS_CERT, "signature_algorithms_cert")
            .orElse(signatureSchemes);
    serverName = bodies.serverName();
    certificateAuthorities = bodies.certificateAuthorities();
    oidFilters = bodies.oidFilters();
    bodies.checkStatusRequest();
    bodies.checkSignedCertificateTimestamp();
  }

  /**
   * Decodes a request under {@link ExpatLimits#DEFAULT}.
   *
   * @throws DecodingException as {@link #decode(Bytes, TlsRole, ExpatProfile, ExpatLimits)}
   * @throws VerificationException as {@link #decode(Bytes, TlsRole, ExpatProfile, ExpatLimits)}
   */
  public static AuthenticatorRequest decode(Bytes bytes, TlsRole requester, ExpatProfile profile)
      throws DecodingException, VerificationException {
    return decode(bytes, requester, profile, ExpatLimits.DEFAULT);
  }

  /**
   * Decodes exactly one request. Nothing here knows whether its context was used before: that is
   * the business of {@link ExportedAuthenticators#accept}.
   *
   * @param requester who sent it, as the connection knows; never taken from the bytes
   * @param profile has the number of {@code cmw_attestation}
   * @throws DecodingException with the code MALFORMED, UNEXPECTED_MESSAGE, TRAILING_BYTES,
   *     DUPLICATE_EXTENSION, LIMIT_EXCEEDED or BAD_ATTESTATION if the bytes are no request
   * @throws VerificationException with the code WRONG_DIRECTION if it is one of the other side,
   *     FORBIDDEN_EXTENSION if a known extension may not stand in it, or
   *     MISSING_SIGNATURE_ALGORITHMS
   */
  public static AuthenticatorRequest decode(
      Bytes bytes, TlsRole requester, ExpatProfile profile, ExpatLimits limits)
      throws DecodingException, VerificationException {
    HandshakeMessage message = message(bytes, requester, limits);
    WireReader in = WireReader.of(message.body(), "");
    Bytes context = in.vector8(0, "certificate_request_context");
    Bytes block = in.vector16(2, "extensions");
    in.end("extensions");
    List<TlsExtension> extensions = ExtensionBlock.read(block, limits, "extensions");
    checkAllowed(extensions, requester);
    Map<Integer, Bytes> bodies = new HashMap<>();
    extensions.forEach(extension -> bodies.put(extension.type(), extension.data()));
    RequestBodies reader = new RequestBodies(bodies, limits, requester);
    List<Integer> schemes = signatureSchemes(reader);
    Bytes offer = bodies.get(profile.extensionType());
    AuthenticatorRequest request =
        new AuthenticatorRequest(
            requester, message, context, extensions, schemes, reader, offer != null);
    if (offer != null && !offer.isEmpty()) {
      throw Fault.BAD_ATTESTATION.decoding(
          "extensions/cmw_attestation", "the offer of a request has data");
    }
    return request;
  }

  /** Encodes a request and decodes it again, so that what we send obeys what we demand. */
  static AuthenticatorRequest create(
      TlsRole requester, Bytes context, List<TlsExtension> extensions, ExpatProfile profile) {
    WireWriter out = new WireWriter();
    out.message(type(requester), () -> out.vector8(context).extensions(extensions));
    try {
      return decode(out.toBytes(), requester, profile);
    } catch (DecodingException | VerificationException e) {
      throw new IllegalArgumentException("options make no request: " + e.getMessage(), e);
    }
  }

  /** Returns which side makes a request that begins with these bytes; empty if none does. */
  public static Optional<TlsRole> requesterOf(Bytes bytes) {
    if (!bytes.isEmpty()) {
      for (TlsRole role : TlsRole.values()) {
        if (bytes.at(0) == type(role)) {
          return Optional.of(role);
        }
      }
    }
    return Optional.empty();
  }

  private static int type(TlsRole requester) {
    return requester == TlsRole.CLIENT
        ? HandshakeMessage.CLIENT_CERTIFICATE_REQUEST
        : HandshakeMessage.CERTIFICATE_REQUEST;
  }

  private static HandshakeMessage message(Bytes bytes, TlsRole requester, ExpatLimits limits)
      throws DecodingException, VerificationException {
    if (bytes.size() > limits.requestBytes()) {
      throw Fault.LIMIT_EXCEEDED.decoding(
          "", "request has more than " + limits.requestBytes() + " bytes");
    }
    Set<Integer> types =
        Set.of(HandshakeMessage.CERTIFICATE_REQUEST, HandshakeMessage.CLIENT_CERTIFICATE_REQUEST);
    HandshakeMessage message = HandshakeMessage.read(bytes, 0, types, "request");
    if (message.encoded().size() != bytes.size()) {
      throw Fault.TRAILING_BYTES.decoding("", "bytes behind the request");
    }
    if (message.type() != type(requester)) {
      throw Fault.WRONG_DIRECTION.verification(
          "request is of type " + message.type() + ", which the other side makes");
    }
    return message;
  }

  private static void checkAllowed(List<TlsExtension> extensions, TlsRole requester)
      throws VerificationException {
    for (int i = 0; i < extensions.size(); i++) {
      if (RequestExtensions.isForbidden(extensions.get(i).type(), requester)) {
        throw Fault.FORBIDDEN_EXTENSION.verification(
            "extensions/" + i, "extension may not stand here: " + extensions.get(i).type());
      }
    }
  }

  private static List<Integer> signatureSchemes(RequestBodies bodies)
      throws DecodingException, VerificationException {
    Optional<List<Integer>> schemes =
        bodies.schemes(TlsExtension.SIGNATURE_ALGORITHMS, "signature_algorithms");
    if (schemes.isEmpty()) {
      throw Fault.MISSING_SIGNATURE_ALGORITHMS.verification(
          "extensions", "request has no signature_algorithms");
    }
    return schemes.get();
  }

  /** Returns who made the request. */
  public TlsRole requester() {
    return requester;
  }

  /** Returns the request as sent or received, with its header. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns the certificate_request_context, 0 to 255 bytes. */
  public Bytes context() {
    return context;
  }

  /** Returns all extensions, unknown ones included, in their order. */
  public List<TlsExtension> extensions() {
    return extensions;
  }

  /** Returns the offered schemes of {@link SignatureScheme}, the preferred one first. */
  public List<Integer> signatureSchemes() {
    return signatureSchemes;
  }

  /**
   * Returns the schemes that may sign certificates; those of the authenticator if none are named.
   */
  public List<Integer> certificateSignatureSchemes() {
    return certificateSignatureSchemes;
  }

  /** Returns the name of the server that is asked for. */
  public Optional<String> serverName() {
    return serverName;
  }

  /** Returns the acceptable issuers, as names in DER; none if any will do. */
  public List<Bytes> certificateAuthorities() {
    return certificateAuthorities;
  }

  /** Returns the extensions that a certificate must have. */
  public List<OidFilter> oidFilters() {
    return oidFilters;
  }

  /** Returns whether the answer may carry attestation. */
  public boolean offersAttestation() {
    return offersAttestation;
  }

  /** Returns whether the answer may carry an extension of this type. */
  boolean offers(int type) {
    return extensions.stream().anyMatch(extension -> extension.type() == type);
  }

  @Override
  public String toString() {
    return "AuthenticatorRequest[" + requester + ", " + encoded.size() + " bytes]";
  }
}
