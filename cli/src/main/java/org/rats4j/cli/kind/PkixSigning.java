package org.rats4j.cli.kind;

import java.security.GeneralSecurityException;
import javax.security.auth.x500.X500Principal;
import org.rats4j.cmw.x509.AttestationBundle;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.pkix.AttestationRequest;
import org.rats4j.pkix.BundledEvidence;
import org.rats4j.pkix.CsrAttestation;
import org.rats4j.pkix.EvidenceBuilder;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidenceOptions;
import org.rats4j.pkix.EvidenceSigner;
import org.rats4j.pkix.KeyElement;
import org.rats4j.pkix.PkixCodes;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.UnverifiedEvidence;

/** Signs evidence on keys of an HSM, requests for it, and certification requests that carry it. */
final class PkixSigning {
  private PkixSigning() {}

  static Bytes countersign(UnverifiedEvidence evidence, Signing signing) throws DecodingException {
    return attempt(
        () -> Bytes.ofUtf8(EvidenceBuilder.countersign(evidence, signer(signing)).toPem()));
  }

  static Bytes sign(AttestationRequest request, Signing signing) throws DecodingException {
    return attempt(() -> request.signed(signer(signing)).encoded());
  }

  private static EvidenceSigner signer(Signing signing) throws DecodingException {
    Bytes certificate =
        signing
            .certificate()
            .orElseThrow(() -> wrong("a signer of evidence needs its --certificate"));
    return EvidenceSigner.ofCertificate(certificate, signing.signer());
  }

  /** The request is for the key of the evidence that made the signature. */
  static Bytes request(UnverifiedEvidence evidence, Signing signing) throws DecodingException {
    X500Principal subject =
        signing.subject().orElseThrow(() -> wrong("a certification request needs a --subject"));
    AttestationBundle bundle =
        BundledEvidence.bundle(
            BundledEvidence.EXPERIMENTAL_TYPE, evidence, signing.certificate().stream().toList());
    for (KeyElement element : evidence.unverifiedTbs().keys()) {
      if (element.spki().isPresent()) {
        PublicKeyInfo key = element.spki().get();
        Bytes request = attempt(() -> request(subject, key, bundle, signing));
        if (!request.isEmpty()) {
          return request;
        }
      }
    }
    throw wrong("evidence is not about this key");
  }

  /** Returns nothing if {@code key} is not that of the signer. */
  private static Bytes request(
      X500Principal subject, PublicKeyInfo key, AttestationBundle bundle, Signing signing)
      throws GeneralSecurityException, DecodingException {
    EvidenceSigner signer;
    try {
      signer = EvidenceSigner.ofPublicKey(key, signing.signer());
    } catch (IllegalArgumentException e) {
      return Bytes.EMPTY; // Of another kind.
    }
    CsrAttestation csr =
        CsrAttestation.decode(
            CsrAttestation.write(subject, signer, bundle),
            BundledEvidence.EXPERIMENTAL_TYPE,
            EvidenceOptions.STRICT);
    boolean own =
        csr.check(EvidenceExpectations.builder().key(key).build()).findings().stream()
            .noneMatch(finding -> finding.code().equals(PkixCodes.CSR_SIGNATURE_INVALID));
    return own ? Bytes.ofUtf8(csr.toPem()) : Bytes.EMPTY;
  }

  private interface Attempt {
    Bytes make() throws GeneralSecurityException, DecodingException;
  }

  private static Bytes attempt(Attempt attempt) throws DecodingException {
    try {
      return attempt.make();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw wrong(String.valueOf(e.getMessage()));
    } catch (GeneralSecurityException e) {
      throw Kind.unsupported("the key cannot sign: " + e.getClass().getSimpleName());
    }
  }

  private static DecodingException wrong(String detail) {
    return DecodingException.of(Reason.INVALID_VALUE, "", detail);
  }
}
