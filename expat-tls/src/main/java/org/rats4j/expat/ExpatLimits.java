package org.rats4j.expat;

/**
 * How much a peer may send.
 *
 * @param authenticatorBytes how many bytes an authenticator may have; 262144 by default
 * @param requestBytes how many bytes a request may have; 16384 by default
 * @param chainEntries how many entries a Certificate may have; 10 by default
 * @param extensions how many extensions one block may have; 16 by default
 * @param schemes how many schemes one list may have; 64 by default
 * @param contexts how many contexts one connection may use; 1024 by default
 */
public record ExpatLimits(
    int authenticatorBytes,
    int requestBytes,
    int chainEntries,
    int extensions,
    int schemes,
    int contexts) {
  /** The default limits. */
  public static final ExpatLimits DEFAULT = new ExpatLimits(262144, 16384, 10, 16, 64, 1024);

  /**
   * Creates limits.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public ExpatLimits {
    if (Math.min(Math.min(authenticatorBytes, requestBytes), Math.min(chainEntries, extensions)) < 1
        || Math.min(schemes, contexts) < 1) {
      throw new IllegalArgumentException("a limit is below 1");
    }
  }
}
