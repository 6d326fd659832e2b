package org.rats4j.pkix;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.rats4j.cmw.x509.AttestationBundle;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/**
 * A certification request (PKCS #10) and the evidence in it, for which nobody vouches yet.
 *
 * <pre>{@code
 * CertificationRequest ::= SEQUENCE {
 *   certificationRequestInfo SEQUENCE {
 *     version INTEGER (0), subject Name, subjectPKInfo SubjectPublicKeyInfo,
 *     attributes [0] SET OF Attribute },
 *   signatureAlgorithm AlgorithmIdentifier, signature BIT STRING }
 * }</pre>
 *
 * <p>Certification authorities verify three things, and {@link #verify} does all of them: the
 * request proves possession of its key, the evidence is right, and the evidence is about that key.
 */
public final class CsrAttestation {
  /** The label of certification requests in PEM. */
  public static final String PEM_LABEL = "CERTIFICATE REQUEST";

  private static final String ROOT = "pkcs10";

  private final Bytes encoded;
  private final Bytes info;
  private final PublicKeyInfo publicKey;
  private final AlgorithmIdentifier algorithm;
  private final Bytes signature;
  private final BundledEvidence bundle;

  private CsrAttestation(
      Bytes encoded,
      Bytes info,
      PublicKeyInfo publicKey,
      AlgorithmIdentifier algorithm,
      Bytes signature,
      BundledEvidence bundle) {
    this.encoded = encoded;
    this.info = info;
    this.publicKey = publicKey;
    this.algorithm = algorithm;
    this.signature = signature;
    this.bundle = bundle;
  }

  /**
   * Decodes exactly one request in DER, and as evidence its statements of {@code statementType}.
   *
   * @throws DecodingException if {@code der} is anything else, or such a statement is no evidence
   */
  public static CsrAttestation decode(Bytes der, Oid statementType, EvidenceOptions options)
      throws DecodingException {
    try {
      DerValue request = DerValue.decode(der, options.decodeOptions(), ROOT);
      List<DerValue> members = Faults.closed(request, 3, 3, ROOT);
      List<DerValue> fields = Faults.closed(members.get(0), 4, 4, ROOT);
      Findings findings = new Findings(options.decodeOptions());
      Optional<AttestationBundle> bundle = AttestationBundle.findInRequest(der, findings);
      return new CsrAttestation(
          der,
          members.get(0).encoded(),
          PublicKeyInfo.read(fields.get(2)),
          AlgorithmIdentifier.read(members.get(1), ROOT + "/signatureAlgorithm"),
          members.get(2).wholeBits(),
          bundle.isEmpty()
              ? BundledEvidence.none()
              : BundledEvidence.of(bundle.get(), statementType, options, findings));
    } catch (DecodingException e) {
      throw BundledEvidence.translated(e);
    }
  }

  /**
   * Decodes exactly one request as text: PEM, or base64 with padding.
   *
   * @throws DecodingException as {@link #decode}
   */
  public static CsrAttestation decodeText(Bytes text, Oid statementType, EvidenceOptions options)
      throws DecodingException {
    return decode(EvidenceText.decode(text, PEM_LABEL, options), statementType, options);
  }

  /**
   * Returns a request in DER, signed by the key that a certificate is wanted for.
   *
   * @param key the key and how it signs; how it names itself does not count
   * @throws GeneralSecurityException if the key refuses
   */
  public static Bytes write(X500Principal subject, EvidenceSigner key, AttestationBundle bundle)
      throws GeneralSecurityException {
    Bytes attribute =
        Der.sequence(Der.oid(AttestationBundle.OID), Der.set(List.of(bundle.encode())));
    Bytes info =
        Der.sequence(
            Der.integer(0),
            Bytes.copyOf(subject.getEncoded()),
            key.publicKey().encoded(),
            Der.context(0, List.of(attribute)));
    SignatureBlock signed = key.sign(info);
    return Der.sequence(
        info, signed.signatureAlgorithm().encoded(), Der.bits(signed.signatureValue()));
  }

  /** Returns the key that a certificate is wanted for. */
  public PublicKeyInfo publicKey() {
    return publicKey;
  }

  /** Returns the evidence, in the order of the statements. */
  public List<UnverifiedEvidence> unverifiedEvidence() {
    return bundle.evidence();
  }

  /** Returns the bundle; without anything if the request has none. */
  public BundledEvidence bundle() {
    return bundle;
  }

  /** Returns the request as it was received. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns the request in PEM. */
  public String toPem() {
    return new Pem(PEM_LABEL, encoded).encode();
  }

  /**
   * Verifies request and evidence, and that the evidence is about the key of the request.
   *
   * @return the evidence; {@link KeyScope#publicKey} finds the element
   * @throws VerificationException if anything is not as expected, with the code of the first error;
   *     {@link #check} has them all
   */
  public Evidence verify(EvidenceExpectations expectations) throws VerificationException {
    return check(expectations).evidence();
  }

  /**
   * Verifies as {@link #verify}, and says all reasons. Of several pieces of evidence, one has to be
   * right and about the key; what is wrong with those before it is then a warning.
   */
  public EvidenceResult check(EvidenceExpectations expectations) {
    List<Finding> findings = new ArrayList<>(bundle.findings());
    try {
      new SignatureCheck(expectations.algorithms()).verify(publicKey, algorithm, info, signature);
    } catch (VerificationException e) {
      findings.add(error(PkixCodes.CSR_SIGNATURE_INVALID, ROOT + "/signature", e.detail()));
    }
    if (bundle.evidence().isEmpty()) {
      findings.add(
          error(PkixCodes.CSR_ATTESTATION_ABSENT, ROOT + "/attributes", "no such statement"));
      return new EvidenceResult.Rejected(findings, List.of());
    }
    boolean possessed = findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    EvidenceVerifier verifier = EvidenceVerifier.of(ofEvidence(expectations, possessed));
    List<BlockReport> blocks = new ArrayList<>();
    for (UnverifiedEvidence evidence : bundle.evidence()) {
      EvidenceResult result = verifier.verify(evidence);
      if (possessed && result instanceof EvidenceResult.Verified verified) {
        findings.replaceAll(f -> f.severity() == Severity.ERROR ? SignerRules.warning(f) : f);
        findings.addAll(verified.findings());
        return new EvidenceResult.Verified(verified.evidence().withFindings(findings));
      }
      findings.addAll(result.findings());
      blocks.addAll(result.blocks());
    }
    return new EvidenceResult.Rejected(findings, blocks);
  }

  /** A nonce is used up by a request that is right in all, and by no other. */
  private EvidenceExpectations ofEvidence(EvidenceExpectations expectations, boolean possessed) {
    EvidenceExpectations.Builder builder =
        expectations.toBuilder()
            .certificates(bundle.certificates())
            .firstPolicy(new NamedPolicy("csr-key", this::checkKey));
    return (possessed ? builder : builder.replay(nonce -> true)).build();
  }

  private void checkKey(Evidence evidence, List<Finding> findings) {
    if (KeyScope.publicKey(publicKey).select(evidence.tbs()).size() != 1) {
      findings.add(
          error(
              PkixCodes.CSR_KEY_NOT_ATTESTED,
              TbsReader.ELEMENTS,
              "not exactly one element has the key of the request"));
    }
  }

  private static Finding error(String code, String path, String detail) {
    return new Finding(code, Severity.ERROR, path, detail);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CsrAttestation other && encoded.equals(other.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  /** Returns how many pieces of evidence there are. */
  @Override
  public String toString() {
    return "CsrAttestation[evidence=" + bundle.evidence().size() + "]";
  }
}
