package org.rats4j.core.crypto;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rats4j.core.Bytes;

/** What a message says of its key that has certificates, or nothing. */
record ChainHints(List<Bytes> certificateChain) implements KeyHints {
  ChainHints {
    certificateChain = List.copyOf(certificateChain);
  }

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
