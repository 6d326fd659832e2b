package org.rats4j.pkix;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;

/**
 * Evidence whose signers are trusted, and which passed the policies of its verifier. Only {@link
 * UnverifiedEvidence#verify} and {@link UnverifiedEvidence#check} make it.
 *
 * <p>It says what its signers observed. That is as good as the environment that they sign in: a
 * program on a host can say whatever its host wants.
 */
public final class Evidence {
  /** The label of evidence in PEM. */
  public static final String PEM_LABEL = "EVIDENCE";

  private final UnverifiedEvidence received;
  private final List<BlockReport> blocks;
  private final List<Finding> findings;

  Evidence(UnverifiedEvidence received, List<BlockReport> blocks, List<Finding> findings) {
    this.received = received;
    this.blocks = List.copyOf(blocks);
    this.findings = List.copyOf(findings);
  }

  /**
   * Decodes exactly one evidence in DER.
   *
   * @throws DecodingException if {@code der} is anything else, or breaks a rule of the draft, with
   *     a code of {@link PkixCodes}
   */
  public static UnverifiedEvidence decode(Bytes der, EvidenceOptions options)
      throws DecodingException {
    return new EvidenceReader(options).read(der);
  }

  /**
   * Decodes exactly one evidence as text: PEM with the label {@link #PEM_LABEL}, or base64 (RFC
   * 4648, section 4) with padding and any white space.
   *
   * @throws DecodingException as {@link #decode}; with the code {@link PkixCodes#PEM_LABEL} or
   *     {@link PkixCodes#BASE64_INVALID} if the text is another
   */
  public static UnverifiedEvidence decodeText(Bytes text, EvidenceOptions options)
      throws DecodingException {
    return decode(EvidenceText.decode(text, PEM_LABEL, options), options);
  }

  /**
   * Returns an empty builder.
   *
   * @throws IllegalArgumentException if {@code oids} are of older drafts, which are never written
   */
  public static EvidenceBuilder builder(EvidenceOids oids) {
    return EvidenceBuilder.of(oids);
  }

  /** Returns the elements. */
  public TbsEvidence tbs() {
    return received.unverifiedTbs();
  }

  /** Returns the signatures that are right, with the keys that made them. */
  public List<BlockReport> signers() {
    return blocks.stream().filter(BlockReport::isValid).toList();
  }

  /** Returns what was found out about each signature. */
  public List<BlockReport> blocks() {
    return blocks;
  }

  /** Returns what was remarked while decoding and verifying. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns whether the evidence is in the form of older drafts. */
  public boolean isLegacy() {
    return tbs().oids().isLegacy();
  }

  /** Returns the evidence as it was received. */
  public Bytes encoded() {
    return received.encoded();
  }

  Evidence withFindings(List<Finding> all) {
    return new Evidence(received, blocks, all);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Evidence other && encoded().equals(other.encoded());
  }

  @Override
  public int hashCode() {
    return encoded().hashCode();
  }

  /** Returns the names of the claims and the number of signers. */
  @Override
  public String toString() {
    return "Evidence[" + tbs() + ", signers=" + signers().size() + "]";
  }
}
