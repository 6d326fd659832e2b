package org.rats4j.core.nimbus;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;

/** A {@link Signer}, for COSE and JOSE alike, that signs with a signer of Nimbus. */
@SuppressWarnings("exports") // on purpose: the one place with types of Nimbus
public final class NimbusSigner implements Signer {
  private final JWSSigner signer;
  private final JWSHeader header;
  private final long algorithm;

  private NimbusSigner(JWSSigner signer, JWSAlgorithm name, long algorithm) {
    this.signer = signer;
    this.header = new JWSHeader(name);
    this.algorithm = algorithm;
  }

  /**
   * Returns a signer that signs with {@code signer}.
   *
   * @throws IllegalArgumentException if {@code signer} does not support {@code algorithm}, or it is
   *     not among {@link Algorithms}
   */
  public static NimbusSigner of(JWSSigner signer, JWSAlgorithm algorithm) {
    Objects.requireNonNull(signer, "signer");
    if (!signer.supportedJWSAlgorithms().contains(algorithm)) {
      throw new IllegalArgumentException("signer does not support " + algorithm);
    }
    long number =
        Algorithms.ofJoseName(algorithm.getName())
            .orElseThrow(() -> new IllegalArgumentException("not supported: " + algorithm));
    return new NimbusSigner(signer, algorithm, number);
  }

  @Override
  public long algorithm() {
    return algorithm;
  }

  @Override
  public byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
    try {
      return signer.sign(header, toBeSigned).decode();
    } catch (JOSEException e) {
      throw new GeneralSecurityException("the signer of Nimbus failed", e);
    }
  }
}
