package org.rats4j.test.crypto;

import java.security.PrivateKey;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** Either half of a pair that never leaves its token: it has a name and no encoding. */
public class KeyInHardware implements PublicKey, PrivateKey {
  private static final long serialVersionUID = 1L;

  private final String algorithm;

  /** Creates a key that says it is of {@code algorithm}. */
  public KeyInHardware(String algorithm) {
    this.algorithm = algorithm;
  }

  @Override
  public String getAlgorithm() {
    return algorithm;
  }

  @Override
  public @Nullable String getFormat() {
    return null;
  }

  @Override
  public byte @Nullable [] getEncoded() {
    return null;
  }
}
