package org.rats4j.expat;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;

/**
 * Makes authenticators (RFC 9261, section 5).
 *
 * @param keys the exporter values of our role
 * @param offer what the authenticator may contain
 * @param context the certificate_request_context
 */
record AuthenticatorMaker(AuthenticatorKeys keys, Offer offer, Bytes context) {
  private static final int EXTENSIONS_MAX = 0xffff;
  private static final int HEADER = 4;

  static AuthenticatorMaker answering(AuthenticatorKeys keys, AuthenticatorRequest request) {
    return new AuthenticatorMaker(keys, Offer.of(request), request.context());
  }

  Bytes make(Identity identity, Optional<TlsExtension> attestation) throws VerificationException {
    Bytes certificate = certificate(identity, attestation).encode();
    Transcript transcript = Transcript.of(keys, offer.request()).add(certificate);
    Bytes verify =
        new CertificateVerify(identity.scheme(), signature(identity, transcript)).encode();
    transcript.add(verify);
    return new WireWriter().bytes(certificate).bytes(verify).bytes(finished(transcript)).toBytes();
  }

  /** Returns an empty authenticator. */
  Bytes refuse() {
    return finished(Transcript.of(keys, offer.request()).add(CertificateMessage.empty(context)));
  }

  private CertificateMessage certificate(Identity identity, Optional<TlsExtension> attestation)
      throws VerificationException {
    List<CertificateEntry> entries = new ArrayList<>();
    for (Bytes certificate : identity.encodedChain()) {
      List<TlsExtension> extensions =
          entries.isEmpty() ? extensions(identity, attestation) : List.of();
      entries.add(new CertificateEntry(certificate, extensions));
    }
    return new CertificateMessage(context, entries);
  }

  private List<TlsExtension> extensions(Identity identity, Optional<TlsExtension> attestation)
      throws VerificationException {
    List<TlsExtension> extensions = new ArrayList<>();
    for (TlsExtension extension : identity.extensions()) {
      boolean replaced = attestation.isPresent() && attestation.get().type() == extension.type();
      if (offer.extensions().contains(extension.type()) && !replaced) {
        extensions.add(extension);
      }
    }
    attestation.ifPresent(extensions::add);
    long size = extensions.stream().mapToLong(each -> HEADER + each.data().size()).sum();
    if (size > EXTENSIONS_MAX) {
      throw tooLarge(size - EXTENSIONS_MAX);
    }
    return extensions;
  }

  /** Returns {@code opaque cmw_data<1..2^16-1>} as an extension. */
  static TlsExtension attestation(int type, Bytes cmwData) throws VerificationException {
    long excess = HEADER + 2L + cmwData.size() - EXTENSIONS_MAX;
    if (excess > 0) {
      throw tooLarge(excess);
    }
    return new TlsExtension(type, new WireWriter().vector16(cmwData).toBytes());
  }

  private static VerificationException tooLarge(long excess) {
    return Fault.ATTESTATION_TOO_LARGE.verification(
        "extensions of the first certificate entry have " + excess + " bytes too many");
  }

  private static Bytes signature(Identity identity, Transcript transcript)
      throws VerificationException {
    try {
      byte[] signature = identity.signer().sign(transcript.toBeSigned().toByteArray());
      return LeafKey.tlsSignature(identity.signer().algorithm(), Bytes.copyOf(signature));
    } catch (GeneralSecurityException e) {
      throw Fault.SIGNER_FAILED.verification("signer of the identity failed", e);
    } catch (IllegalArgumentException e) {
      throw Fault.SIGNER_FAILED.verification("signer gave a signature of another form", e);
    }
  }

  private static Bytes finished(Transcript transcript) {
    Bytes verifyData = transcript.finished();
    WireWriter out = new WireWriter();
    out.message(HandshakeMessage.FINISHED, () -> out.bytes(verifyData));
    return out.toBytes();
  }
}
