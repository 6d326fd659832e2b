package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.der.Der;

/**
 * Evidence whose syntax is right and for which nobody vouches yet. {@link #verify} is the only way
 * from here to {@link Evidence}.
 *
 * <pre>{@code
 * Evidence ::= SEQUENCE {
 *   tbs TbsEvidence,
 *   signatures SEQUENCE SIZE (0..MAX) OF SignatureBlock,
 *   intermediateCertificates [0] SEQUENCE OF Certificate OPTIONAL }
 * }</pre>
 */
public final class UnverifiedEvidence {
  private final Bytes encoded;
  private final TbsEvidence tbs;
  private final List<SignatureBlock> signatures;
  private final List<Bytes> intermediateCertificates;
  private final IntermediateTagging tagging;
  private final List<Finding> findings;

  UnverifiedEvidence(
      Bytes encoded,
      TbsEvidence tbs,
      List<SignatureBlock> signatures,
      List<Bytes> intermediateCertificates,
      IntermediateTagging tagging,
      List<Finding> findings) {
    this.encoded = encoded;
    this.tbs = tbs;
    this.signatures = List.copyOf(signatures);
    this.intermediateCertificates = List.copyOf(intermediateCertificates);
    this.tagging = tagging;
    this.findings = findings;
  }

  /**
   * Verifies this evidence: signatures, keys, certificates and their paths, the binding to the keys
   * that it names, nonce and policies.
   *
   * @throws VerificationException if anything is not as expected, with the code of the first error;
   *     {@link #check} has them all
   */
  public Evidence verify(EvidenceExpectations expectations) throws VerificationException {
    return check(expectations).evidence();
  }

  /**
   * Verifies this evidence as {@link #verify} does, and says all reasons if it is rejected: of each
   * signature, of the policy over the signatures, of their binding to the keys that the evidence
   * names, then of nonce and policies if all that is right. With a key that is not trusted nothing
   * is computed, unless {@link ForeignBlocks#IGNORE} is expected.
   */
  public EvidenceResult check(EvidenceExpectations expectations) {
    return EvidenceVerifier.of(expectations).verify(this);
  }

  /** Returns the elements, for which nobody vouches. */
  public TbsEvidence unverifiedTbs() {
    return tbs;
  }

  /** Returns the signatures, not checked; none if the evidence is not signed. */
  public List<SignatureBlock> signatures() {
    return signatures;
  }

  /** Returns the certificates that may help to build paths, in DER; none of them is trusted. */
  public List<Bytes> intermediateCertificates() {
    return intermediateCertificates;
  }

  /** Returns how the certificates were tagged; EXPLICIT if there are none. */
  public IntermediateTagging intermediateTagging() {
    return tagging;
  }

  /** Returns what was remarked while decoding. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the evidence as it was received. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns the evidence in PEM. */
  public String toPem() {
    return new Pem(Evidence.PEM_LABEL, encoded).encode();
  }

  /** Returns these bytes with one more signature; the elements stay as they are. */
  Bytes withSignature(Bytes block) {
    List<Bytes> blocks = new ArrayList<>();
    signatures.forEach(signature -> blocks.add(EvidenceWriter.block(signature)));
    blocks.add(block);
    return EvidenceWriter.evidence(
        tbs.encoded(), Der.sequence(blocks), intermediateCertificates, tagging);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof UnverifiedEvidence other && encoded.equals(other.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  /** Returns the names of the claims and the number of signatures. */
  @Override
  public String toString() {
    return "UnverifiedEvidence[" + tbs + ", signatures=" + signatures.size() + "]";
  }
}
