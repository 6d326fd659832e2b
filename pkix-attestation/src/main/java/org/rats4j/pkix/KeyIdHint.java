package org.rats4j.pkix;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.CertificateThumbprint;
import org.rats4j.core.crypto.KeyHints;

/** What a key identifier of evidence says to a resolver of core. */
record KeyIdHint(Bytes id) implements KeyHints {
  @Override
  public OptionalLong algorithm() {
    return OptionalLong.empty();
  }

  @Override
  public Optional<Bytes> keyId() {
    return Optional.of(id);
  }

  @Override
  public List<Bytes> certificateChain() {
    return List.of();
  }

  @Override
  public Optional<CertificateThumbprint> certificateThumbprint() {
    return Optional.empty();
  }
}
