package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rats4j.cmw.x509.AttestationBundle;
import org.rats4j.cmw.x509.AttestationCertificate;
import org.rats4j.cmw.x509.AttestationStatement;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;
import org.rats4j.core.der.DerValue;

/**
 * The evidence among the statements of an attestation bundle. Nobody vouches for any of it.
 *
 * <p>No statement type is assigned for evidence, so that the caller says which one he agreed on.
 */
public final class BundledEvidence {
  /** The root of the placeholder arc, as statement type; experimental. */
  public static final Oid EXPERIMENTAL_TYPE = EvidenceOids.PLACEHOLDER.arc();

  private static final String PATH = "bundle/attestations/";

  private final List<UnverifiedEvidence> evidence;
  private final List<AttestationStatement> others;
  private final List<Bytes> certificates;
  private final List<Finding> findings;

  private BundledEvidence(
      List<UnverifiedEvidence> evidence,
      List<AttestationStatement> others,
      List<Bytes> certificates,
      List<Finding> findings) {
    this.evidence = List.copyOf(evidence);
    this.others = List.copyOf(others);
    this.certificates = List.copyOf(certificates);
    this.findings = findings;
  }

  /**
   * Decodes a bundle, and the statements of {@code statementType} as evidence.
   *
   * @param der the bundle, as an extension of CRMF has it
   * @throws DecodingException if it is no bundle, or such a statement is no evidence
   */
  public static BundledEvidence decode(Bytes der, Oid statementType, EvidenceOptions options)
      throws DecodingException {
    Findings findings = new Findings(options.decodeOptions());
    try {
      AttestationBundle bundle = AttestationBundle.decode(der, findings);
      return of(bundle, statementType, options, findings);
    } catch (DecodingException e) {
      throw translated(e);
    }
  }

  /** Returns {@code e} with a code of this module if it has none of its own. */
  static DecodingException translated(DecodingException e) {
    boolean plain = e.code().equals(Reason.UNEXPECTED_STRUCTURE.name());
    return plain ? Faults.structure(e.path(), e.detail()) : e;
  }

  static BundledEvidence none() {
    return new BundledEvidence(List.of(), List.of(), List.of(), List.of());
  }

  static BundledEvidence of(
      AttestationBundle bundle, Oid statementType, EvidenceOptions options, Findings findings)
      throws DecodingException {
    Objects.requireNonNull(statementType, "statementType");
    List<UnverifiedEvidence> evidence = new ArrayList<>();
    List<AttestationStatement> others = new ArrayList<>();
    int position = 0;
    for (AttestationStatement statement : bundle.attestations()) {
      if (statement.type().equals(statementType)) {
        Bytes der = unwrapped(statement.der(), findings, PATH + position);
        evidence.add(Evidence.decode(der, options));
      } else {
        others.add(statement);
      }
      position++;
    }
    List<Bytes> certificates = new ArrayList<>();
    for (AttestationCertificate certificate : bundle.certificates()) {
      if (certificate instanceof AttestationCertificate.OfX509 x509) {
        certificates.add(x509.der());
      }
    }
    return new BundledEvidence(evidence, others, certificates, findings.toList());
  }

  private static Bytes unwrapped(Bytes statement, Findings findings, String path)
      throws DecodingException {
    if (statement.at(0) != DerValue.OCTET_STRING) {
      return statement;
    }
    findings.deviation(
        EvidenceLeniencies.CSR_STATEMENT_WRAPPED,
        Reason.UNEXPECTED_STRUCTURE,
        path,
        "evidence inside an OCTET STRING");
    return DerValue.decode(statement, findings.options(), path).octets();
  }

  /**
   * Returns a bundle of one statement.
   *
   * @param certificates X.509 certificates in DER that help to build paths
   * @throws IllegalArgumentException if one is none
   */
  public static AttestationBundle bundle(
      Oid statementType, UnverifiedEvidence evidence, List<Bytes> certificates) {
    return new AttestationBundle(
        List.of(new AttestationStatement(statementType, evidence.encoded())),
        certificates.stream()
            .<AttestationCertificate>map(AttestationCertificate.OfX509::new)
            .toList());
  }

  /** Returns the evidence, in the order of the statements. */
  public List<UnverifiedEvidence> evidence() {
    return evidence;
  }

  /** Returns the statements of other types, not looked at. */
  public List<AttestationStatement> others() {
    return others;
  }

  /** Returns the X.509 certificates in DER that may help to build paths; none is trusted. */
  public List<Bytes> certificates() {
    return certificates;
  }

  /** Returns which deviations of the bundle were accepted; evidence has findings of its own. */
  public List<Finding> findings() {
    return findings;
  }
}
