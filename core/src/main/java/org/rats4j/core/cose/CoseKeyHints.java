package org.rats4j.core.cose;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.CertificateThumbprint;
import org.rats4j.core.crypto.KeyHints;

/**
 * What the headers of a COSE message say of its key; of COSE_Sign, the headers of one signer. A
 * hint in the protected bucket hides the one in the other bucket.
 */
public final class CoseKeyHints implements KeyHints {
  private final CoseLayer layer;

  CoseKeyHints(CoseLayer layer) {
    this.layer = layer;
  }

  @Override
  public OptionalLong algorithm() {
    return layer.protectedHeaders().algorithm();
  }

  @Override
  public Optional<Bytes> keyId() {
    return layer.protectedHeaders().kid().or(() -> layer.unprotectedHeaders().kid());
  }

  @Override
  public List<Bytes> certificateChain() {
    List<Bytes> chain = layer.protectedHeaders().x5chain();
    return chain.isEmpty() ? layer.unprotectedHeaders().x5chain() : chain;
  }

  @Override
  public Optional<CertificateThumbprint> certificateThumbprint() {
    return layer.protectedHeaders().x5t().or(() -> layer.unprotectedHeaders().x5t());
  }

  /** Returns the protected bucket, whose signature nobody has checked yet. */
  public CoseHeaders protectedHeaders() {
    return layer.protectedHeaders();
  }

  /** Returns the unprotected bucket. */
  public CoseHeaders unprotectedHeaders() {
    return layer.unprotectedHeaders();
  }
}
