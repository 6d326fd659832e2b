package org.rats4j.pkix;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;

/**
 * Evidence whose signers are trusted, and which passed the policies of its verifier. Only {@link
 * UnverifiedEvidence#verify} and {@link EvidenceVerifier} make it.
 *
 * <p>It says what its signers observed. That is as good as the environment that they sign in: a
 * program on a host can say whatever its host wants.
 */
public final class Evidence {
  private final UnverifiedEvidence received;
  private final List<BlockReport> blocks;
  private final List<Finding> findings;

  Evidence(UnverifiedEvidence received, List<BlockReport> blocks, List<Finding> findings) {
    this.received = received;
    this.blocks = List.copyOf(blocks);
    this.findings = List.copyOf(findings);
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
