package org.rats4j.cli.kind;

import java.util.List;
import org.rats4j.cli.report.Verdict;
import org.rats4j.cli.view.View;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.CmwType;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.pkix.AttestationRequest;
import org.rats4j.pkix.BundledEvidence;
import org.rats4j.pkix.CsrAttestation;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceCmw;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidenceOptions;
import org.rats4j.pkix.UnverifiedEvidence;

/** Evidence of HSM keys (draft-ietf-rats-pkix-key-attestation-07), and what carries it. */
final class PkixKinds {
  static final Kind EVIDENCE = new EvidenceKind();

  /** In the order of detection. */
  static final List<Kind> ALL =
      List.of(EVIDENCE, new CsrKind(), new RequestKind(), new BundleKind(), new CmwKind());

  private PkixKinds() {}

  private static EvidenceOptions options(boolean lenient) {
    return lenient ? EvidenceOptions.LENIENT : EvidenceOptions.STRICT;
  }

  private static String encoding(Content content) {
    if (content.looksLikePem()) {
      return "pem";
    }
    return content.looksLikeDer() ? "der" : "base64";
  }

  private static EvidenceExpectations expectations(Checks checks) throws VerificationException {
    EvidenceExpectations.Builder expected =
        HsmTrust.of(checks.keys(), checks.anchors()).clock(checks.clock());
    checks.nonce().ifPresent(expected::nonce);
    return expected.build();
  }

  private static Decoded judged(Decoded decoded, Evidence evidence, Checks checks)
      throws DecodingException {
    Decoded verified =
        new Decoded(decoded.encoding(), true, evidence.findings(), decoded.content());
    if (checks.policy().isEmpty()) {
      return verified;
    }
    PolicyFile policy = checks.policy().get();
    List<Finding> reasons = PkixPolicies.read(policy).check(evidence);
    return verified.judged(new Verdict(policy.name(), reasons.isEmpty(), reasons));
  }

  private abstract static class JudgedKind extends Kind {
    JudgedKind(String name, String title) {
      super(name, title);
    }

    @Override
    public void checkPolicy(PolicyFile policy) throws DecodingException {
      PkixPolicies.read(policy);
    }
  }

  private static final class EvidenceKind extends JudgedKind {
    EvidenceKind() {
      super("pkix-evidence", "Evidence on keys of an HSM");
    }

    @Override
    public boolean detects(Content content) {
      return decodesDer(content);
    }

    private static UnverifiedEvidence evidence(Content content, boolean lenient)
        throws DecodingException {
      return content.looksLikeDer()
          ? Evidence.decode(content.bytes(), options(lenient))
          : Evidence.decodeText(content.bytes(), options(lenient));
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      UnverifiedEvidence evidence = evidence(content, lenient);
      return new Decoded(
          encoding(content),
          !evidence.signatures().isEmpty(),
          evidence.findings(),
          PkixView.show(evidence));
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      Decoded decoded = decode(content, checks.lenient());
      Evidence evidence = evidence(content, checks.lenient()).verify(expectations(checks));
      return judged(decoded, evidence, checks);
    }

    @Override
    public Bytes sign(Content content, Envelope to, Signing signing) throws DecodingException {
      return switch (to) {
        case PKIX -> PkixSigning.countersign(evidence(content, false), signing);
        case CSR -> PkixSigning.request(evidence(content, false), signing);
        default -> super.sign(content, to, signing);
      };
    }
  }

  private static final class CsrKind extends JudgedKind {
    CsrKind() {
      super("csr-pkix-evidence", "Certificate request with evidence on its key");
    }

    /** A request without such evidence is one like any other. */
    @Override
    public boolean detects(Content content) {
      if (!content.looksLikeDer() && !content.looksLikePem()) {
        return false;
      }
      try {
        return !csr(content, true).unverifiedEvidence().isEmpty();
      } catch (DecodingException e) {
        return false;
      }
    }

    private static CsrAttestation csr(Content content, boolean lenient) throws DecodingException {
      return content.looksLikeDer()
          ? CsrAttestation.decode(
              content.bytes(), BundledEvidence.EXPERIMENTAL_TYPE, options(lenient))
          : CsrAttestation.decodeText(
              content.bytes(), BundledEvidence.EXPERIMENTAL_TYPE, options(lenient));
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      CsrAttestation csr = csr(content, lenient);
      View.Builder view =
          View.Group.builder().put("subjectPKInfo", View.bytes(csr.publicKey().encoded()));
      return PkixKinds.show(csr.bundle(), encoding(content), view);
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      Decoded decoded = decode(content, checks.lenient());
      Evidence evidence = csr(content, checks.lenient()).verify(expectations(checks));
      return judged(decoded, evidence, checks);
    }
  }

  private static Decoded show(BundledEvidence bundle, String encoding, View.Builder view) {
    List<Finding> findings = bundle.findings();
    for (UnverifiedEvidence evidence : bundle.evidence()) {
      view.put("evidence", PkixView.show(evidence));
      findings = PkixView.all(findings, evidence.findings());
    }
    bundle.others().forEach(other -> view.put(other.type().toString(), View.bytes(other.der())));
    if (!bundle.certificates().isEmpty()) {
      view.put("certs", View.number(bundle.certificates().size()));
    }
    return new Decoded(encoding, true, findings, view.build());
  }

  private static final class RequestKind extends Kind {
    RequestKind() {
      super("pkix-request", "Request for evidence on keys of an HSM");
    }

    @Override
    public boolean detects(Content content) {
      return content.looksLikeDer() && decodesDer(content);
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      AttestationRequest request = AttestationRequest.decode(content.bytes(), options(lenient));
      View.Builder view = View.Group.builder();
      PkixView.put(request.tbs(), view);
      return new Decoded("der", !request.signatures().isEmpty(), request.findings(), view.build());
    }

    @Override
    public Bytes sign(Content content, Envelope to, Signing signing) throws DecodingException {
      return to == Envelope.PKIX
          ? PkixSigning.sign(AttestationRequest.decode(content.bytes(), options(false)), signing)
          : super.sign(content, to, signing);
    }
  }

  private static final class BundleKind extends Kind {
    BundleKind() {
      super("attestation-bundle", "Bundle of attestation statements of a CSR");
    }

    /** Many things are a SEQUENCE of SEQUENCEs. */
    @Override
    public boolean detects(Content content) {
      return false;
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      BundledEvidence bundle =
          BundledEvidence.decode(
              content.bytes(), BundledEvidence.EXPERIMENTAL_TYPE, options(lenient));
      return PkixKinds.show(bundle, "der", View.Group.builder());
    }
  }

  private static final class CmwKind extends JudgedKind {
    CmwKind() {
      super("cmw-pkix-evidence", "CMW with evidence on keys of an HSM");
    }

    /** No media type is registered: only the user knows. */
    @Override
    public boolean detects(Content content) {
      return false;
    }

    private static UnverifiedEvidence evidence(Content content, boolean lenient)
        throws DecodingException, VerificationException {
      Encoding encoding = content.looksLikeJson() ? Encoding.JSON : Encoding.CBOR;
      if (Cmw.decode(content.bytes(), encoding, CmwOptions.STRICT) instanceof CmwRecord record
          && record.type() instanceof CmwType.OfMediaType type) {
        return EvidenceCmw.unwrap(record, type.mediaType(), options(lenient));
      }
      throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, "", "not a record with a media type");
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      try {
        UnverifiedEvidence evidence = evidence(content, lenient);
        return new Decoded(
            content.looksLikeJson() ? "json" : "cbor",
            !evidence.signatures().isEmpty(),
            evidence.findings(),
            PkixView.show(evidence));
      } catch (VerificationException e) {
        throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, e.code(), e.path(), e.detail());
      }
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      Decoded decoded = decode(content, checks.lenient());
      Evidence evidence = evidence(content, checks.lenient()).verify(expectations(checks));
      return judged(decoded, evidence, checks);
    }
  }
}
