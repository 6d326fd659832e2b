package org.rats4j.pkix;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Finding;
import org.rats4j.core.crypto.ValidatedPath;

/** What a verifier found out about one signature. */
public final class BlockReport {
  private final int position;
  private final @Nullable PublicKeyInfo key;
  private final @Nullable ValidatedPath path;
  private final List<Finding> findings;

  BlockReport(
      int position,
      @Nullable PublicKeyInfo key,
      @Nullable ValidatedPath path,
      List<Finding> findings) {
    this.position = position;
    this.key = key;
    this.path = path;
    this.findings = List.copyOf(findings);
  }

  /** Returns the position among the signatures. */
  public int position() {
    return position;
  }

  /** Returns whether the signature is right, and its key trusted. */
  public boolean isValid() {
    return findings.isEmpty();
  }

  /** Returns the key; empty if it was not found. Only that of a valid signature is trusted. */
  public Optional<PublicKeyInfo> key() {
    return Optional.ofNullable(key);
  }

  /** Returns the path to the anchor; empty for a pinned key, or if there is none. */
  public Optional<ValidatedPath> path() {
    return Optional.ofNullable(path);
  }

  /** Returns what is wrong. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns whether nothing else is wrong than that nobody here knows the signer. */
  boolean isForeign() {
    return !findings.isEmpty()
        && findings.stream().map(Finding::code).allMatch(BlockCheck.FOREIGN::contains);
  }

  @Override
  public String toString() {
    return "BlockReport[" + position + ", valid=" + isValid() + "]";
  }
}
