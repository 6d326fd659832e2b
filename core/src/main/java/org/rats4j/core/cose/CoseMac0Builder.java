package org.rats4j.core.cose;

import java.security.GeneralSecurityException;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Signer;

/** Builds a COSE_Mac0. Not safe for use by several threads. */
public final class CoseMac0Builder extends CoseMessageBuilder<CoseMac0Builder> {
  CoseMac0Builder() {
    super(CoseForm.MAC0);
  }

  @Override
  CoseMac0Builder self() {
    return this;
  }

  /**
   * Returns the encoded message with the authentication tag of {@code signer}, whose algorithm
   * becomes the protected alg.
   *
   * @throws GeneralSecurityException if the signer fails
   * @throws IllegalArgumentException if the algorithm is no MAC algorithm that may be written, the
   *     headers name another one, or a header parameter stands where it must not stand
   * @throws IllegalStateException if there is no payload
   */
  public Bytes sign(Signer signer) throws GeneralSecurityException {
    CoseLayer layer = withAlgorithm(body(), signer);
    byte[] signature = signature(signer, layer);
    return start(layer).writeBytes(signature).toBytes();
  }
}
