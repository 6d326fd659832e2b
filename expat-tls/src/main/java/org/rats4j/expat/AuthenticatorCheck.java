package org.rats4j.expat;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.expat.tls.TlsRole;

/**
 * Checks an authenticator that was cut apart: what was offered, the signature, the MAC, the chain.
 * The order is fixed, and the first failure wins: an unauthenticated peer reaches the readers of
 * TLS syntax and of certificates, nothing more.
 *
 * @param keys the exporter values of the sender
 * @param sender who made the authenticator
 * @param offer what it may contain
 * @param used tells whether a context was used before
 * @param chainValidator what the caller demands of the chain
 * @param extensionType the number of {@code cmw_attestation}
 */
record AuthenticatorCheck(
    AuthenticatorKeys keys,
    TlsRole sender,
    Offer offer,
    Predicate<Bytes> used,
    ChainValidator chainValidator,
    int extensionType) {
  private static final String LIST = "certificate/certificate_list";

  AuthenticatorResult check(UnverifiedAuthenticator authenticator)
      throws DecodingException, VerificationException {
    Optional<UnverifiedAuthenticator.Signed> signed = authenticator.signed();
    return signed.isEmpty()
        ? refusal(authenticator.finished())
        : authenticator(signed.get(), authenticator.finished());
  }

  AuthenticatorResult.Refusal refusal(HandshakeMessage finished)
      throws DecodingException, VerificationException {
    if (offer.context().isEmpty()) {
      throw Fault.UNEXPECTED_MESSAGE.decoding(
          "", "an empty authenticator needs a request to refuse");
    }
    Bytes context = offer.context().get();
    Transcript transcript =
        Transcript.of(keys, offer.request()).add(CertificateMessage.empty(context));
    checkFinished(transcript, finished);
    return new AuthenticatorResult.Refusal(context);
  }

  private Authenticator authenticator(
      UnverifiedAuthenticator.Signed signed, HandshakeMessage finished)
      throws DecodingException, VerificationException {
    CertificateMessage certificate = signed.certificate();
    checkContext(certificate.context());
    Optional<Bytes> attestation = attestation(certificate.entries());
    CertificateVerify verify = signed.certificateVerify();
    checkScheme(verify.scheme());
    List<X509Certificate> chain = parse(certificate.entries());
    LeafKey key = key(chain.get(0));
    if (!key.fitsScheme(verify.scheme())) {
      throw Fault.KEY_SCHEME_MISMATCH.verification(
          LIST + "/0", "key is not one for " + SignatureScheme.name(verify.scheme()));
    }
    Transcript transcript =
        Transcript.of(keys, offer.request()).add(signed.messages().certificate().encoded());
    key.verify(verify, transcript.toBeSigned());
    transcript.add(signed.messages().certificateVerify().encoded());
    checkFinished(transcript, finished);
    validate(chain);
    return new Authenticator(sender, certificate, chain, verify.scheme(), attestation);
  }

  private void checkContext(Bytes context) throws VerificationException {
    if (offer.context().isPresent() && !offer.context().get().equals(context)) {
      throw Fault.CONTEXT_MISMATCH.verification(
          "certificate/certificate_request_context", "context is not that of the request");
    }
    if (used.test(context)) {
      throw Fault.CONTEXT_REUSED.verification(
          "certificate/certificate_request_context", "context was used on this connection before");
    }
  }

  private Optional<Bytes> attestation(List<CertificateEntry> entries)
      throws DecodingException, VerificationException {
    Optional<Bytes> attestation = Optional.empty();
    for (int i = 0; i < entries.size(); i++) {
      String path = LIST + "/" + i + "/extensions";
      for (TlsExtension extension : entries.get(i).extensions()) {
        if (!offer.extensions().contains(extension.type())) {
          throw Fault.UNSUPPORTED_EXTENSION.verification(
              path, "extension was not offered: " + extension.type());
        }
        if (extension.type() == extensionType) {
          attestation = Optional.of(cmwData(extension.data(), i, path + "/cmw_attestation"));
        } else if (extension.type() == TlsExtension.STATUS_REQUEST) {
          checkOcsp(extension.data(), path + "/status_request");
        }
      }
    }
    return attestation;
  }

  /** Reads {@code opaque cmw_data<1..2^16-1>}. */
  private static Bytes cmwData(Bytes data, int entry, String path)
      throws DecodingException, VerificationException {
    if (entry > 0) {
      throw Fault.MISPLACED_ATTESTATION.verification(
          path, "attestation belongs into the first entry only");
    }
    WireReader in = WireReader.of(data, path, Fault.BAD_ATTESTATION);
    Bytes cmw = in.vector16(1, "cmw_data");
    in.end("cmw_data");
    return cmw;
  }

  /** Checks the shape {@code CertificateStatus}: ocsp, and a response of one byte or more. */
  private static void checkOcsp(Bytes data, String path) throws DecodingException {
    WireReader in = WireReader.of(data, path);
    if (in.uint8("status_type") != 1) {
      throw in.fail("status_type", "status is not ocsp");
    }
    in.vector24(1, "response");
    in.end("response");
  }

  private void checkScheme(int scheme) throws VerificationException {
    if (!SignatureScheme.isAllowed(scheme)) {
      throw Fault.SCHEME_NOT_ALLOWED.verification(
          "certificate_verify/algorithm",
          SignatureScheme.name(scheme) + " never signs a CertificateVerify");
    }
    if (!offer.schemes().contains(scheme)) {
      throw Fault.SCHEME_NOT_OFFERED.verification(
          "certificate_verify/algorithm", SignatureScheme.name(scheme) + " was not offered");
    }
  }

  private static List<X509Certificate> parse(List<CertificateEntry> entries)
      throws DecodingException {
    List<X509Certificate> chain = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      try {
        chain.add(EncodedKeys.certificate(entries.get(i).certificate()));
      } catch (DecodingException e) {
        throw Fault.BAD_CERTIFICATE.decoding(LIST + "/" + i, e.detail());
      }
    }
    return chain;
  }

  private static LeafKey key(X509Certificate leaf) throws VerificationException {
    try {
      return LeafKey.of(leaf);
    } catch (CertificateException e) {
      throw Fault.KEY_SCHEME_MISMATCH.verification("key of the leaf signs nothing here", e);
    } catch (IllegalArgumentException e) {
      throw VerificationException.of(
          Reason.KEY_MISMATCH,
          ExpatCodes.CHAIN_REJECTED,
          LIST + "/0",
          "key of the leaf is weak or not valid");
    }
  }

  private static void checkFinished(Transcript transcript, HandshakeMessage finished)
      throws VerificationException {
    if (!transcript.finished().equalsInConstantTime(finished.body())) {
      throw Fault.BAD_FINISHED.verification("finished/verify_data", "verify_data is wrong");
    }
  }

  private void validate(List<X509Certificate> chain) throws VerificationException {
    try {
      chainValidator.validate(List.copyOf(chain), sender);
    } catch (VerificationException e) {
      throw e.withCode(ExpatCodes.CHAIN_REJECTED);
    }
  }
}
