package org.rats4j.cli.kind;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.CertificateThumbprint;
import org.rats4j.core.crypto.KeyHints;

/**
 * What a message says of its key that has certificates, or nothing: by {@link #NONE} only keys are
 * found that are named on the command line.
 */
record ChainHints(List<Bytes> certificateChain) implements KeyHints {
  static final ChainHints NONE = new ChainHints(List.of());

  @Override
  public OptionalLong algorithm() {
    return OptionalLong.empty();
  }

  @Override
  public Optional<Bytes> keyId() {
    return Optional.empty();
  }

  @Override
  public Optional<CertificateThumbprint> certificateThumbprint() {
    return Optional.empty();
  }
}
