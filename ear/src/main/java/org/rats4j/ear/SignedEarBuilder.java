package org.rats4j.ear;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.cose.CoseContentType;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsBuilder;

/**
 * Signs the claims of an EAR. Begin with {@link Ear#jwt} or {@link Ear#cwt}. Not safe for use by
 * several threads.
 */
public final class SignedEarBuilder {
  private static final int EAT_CWT = 263;

  private final EarClaims claims;
  private final Encoding encoding;
  private @Nullable String keyId;
  private List<Bytes> certificateChain = List.of();
  private String typ = "JWT";

  SignedEarBuilder(EarClaims claims, Encoding encoding) {
    this.claims = Objects.requireNonNull(claims, "claims");
    this.encoding = encoding;
  }

  /**
   * Sets {@code kid}, by which a relying party finds the key; in COSE its UTF-8 bytes. The
   * signature covers it.
   */
  public SignedEarBuilder keyId(String value) {
    keyId = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Sets {@code x5c} or {@code x5chain}: certificates in DER, the signer's first.
   *
   * @throws IllegalArgumentException if there is none
   */
  public SignedEarBuilder certificateChain(List<Bytes> value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("no certificate");
    }
    certificateChain = List.copyOf(value);
    return this;
  }

  /** Sets {@code typ} of a JWT, {@code JWT} by default; a CWT has its content-format instead. */
  public SignedEarBuilder typ(String value) {
    typ = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Returns the token with the signature of {@code signer}.
   *
   * @throws GeneralSecurityException if the signer fails
   * @throws IllegalArgumentException if the algorithm is a MAC or is not written, or a claim has no
   *     form in the encoding
   */
  public Bytes sign(Signer signer) throws GeneralSecurityException {
    if (Algorithms.isMac(signer.algorithm())) {
      throw new IllegalArgumentException("an EAR has a signature, not a MAC");
    }
    Bytes payload = claims.encode(encoding);
    return encoding == Encoding.CBOR ? cwt(payload, signer) : jwt(payload, signer);
  }

  private Bytes jwt(Bytes payload, Signer signer) throws GeneralSecurityException {
    JwsBuilder jws = Jws.builder().typ(typ).payload(payload);
    if (keyId != null) {
      jws.kid(keyId);
    }
    if (!certificateChain.isEmpty()) {
      jws.x5c(certificateChain);
    }
    return Bytes.ofUtf8(jws.sign(signer));
  }

  private Bytes cwt(Bytes payload, Signer signer) throws GeneralSecurityException {
    CoseHeaders.Builder signed = CoseHeaders.builder().contentType(CoseContentType.of(EAT_CWT));
    if (keyId != null) {
      signed.kid(Bytes.ofUtf8(keyId));
    }
    CoseHeaders.Builder unprotected = CoseHeaders.builder();
    if (!certificateChain.isEmpty()) {
      unprotected.x5chain(certificateChain);
    }
    return CoseSign1.builder()
        .protectedHeaders(signed.build())
        .unprotectedHeaders(unprotected.build())
        .payload(payload)
        .sign(signer);
  }
}
