package org.rats4j.core.jose;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.CertificateThumbprint;
import org.rats4j.core.crypto.KeyHints;

/**
 * What the headers of a JWS say of its key. The algorithm is that of the protected header; the rest
 * may stand in either.
 */
public final class JwsKeyHints implements KeyHints {
  /** SHA-256 in the IANA COSE Algorithms registry. */
  private static final long SHA_256 = -16;

  private final JwsHeader protectedHeader;
  private final JwsHeader unprotectedHeader;

  JwsKeyHints(JwsHeader protectedHeader, JwsHeader unprotectedHeader) {
    this.protectedHeader = protectedHeader;
    this.unprotectedHeader = unprotectedHeader;
  }

  @Override
  public OptionalLong algorithm() {
    return protectedHeader.algorithm();
  }

  @Override
  public Optional<Bytes> keyId() {
    return protectedHeader.kid().or(unprotectedHeader::kid).map(Bytes::ofUtf8);
  }

  @Override
  public List<Bytes> certificateChain() {
    List<Bytes> chain = protectedHeader.x5c();
    return chain.isEmpty() ? unprotectedHeader.x5c() : chain;
  }

  @Override
  public Optional<CertificateThumbprint> certificateThumbprint() {
    return protectedHeader
        .x5tS256()
        .or(unprotectedHeader::x5tS256)
        .map(hash -> new CertificateThumbprint(SHA_256, hash));
  }

  /** Returns the protected header, whose signature nobody has checked yet. */
  public JwsHeader protectedHeader() {
    return protectedHeader;
  }

  /** Returns the unprotected header. */
  public JwsHeader unprotectedHeader() {
    return unprotectedHeader;
  }
}
