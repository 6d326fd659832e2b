package org.rats4j.corim;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cose.CoseContentType;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.CoseSign1Builder;
import org.rats4j.core.cose.HashEnvelope;
import org.rats4j.core.crypto.Signer;
import org.rats4j.corim.internal.SignedCodec;

/** Signs a CoRIM. Not safe for use by several threads. */
public final class SignedCorimBuilder {
  private final Bytes corim;
  private final SignerInfo signer;
  private final CoseHeaders.Builder headers = CoseHeaders.builder();
  private boolean detached;
  private @Nullable HashEnvelope hash;

  SignedCorimBuilder(Bytes corim, SignerInfo signer) {
    this.corim = corim;
    this.signer = Objects.requireNonNull(signer, "signer");
  }

  /** Leaves the CoRIM out of the message: it goes its own way. */
  public SignedCorimBuilder detached() {
    detached = true;
    return this;
  }

  /**
   * Signs the hash of the CoRIM (RFC 9995).
   *
   * @param hashAlgorithm a number of {@link org.rats4j.core.cose.CoseHash}
   * @throws IllegalArgumentException if {@code hashAlgorithm} is not known here
   */
  public SignedCorimBuilder hashEnvelope(long hashAlgorithm) {
    hash =
        HashEnvelope.ofPreimage(hashAlgorithm, corim)
            .withPreimageContentType(CoseContentType.of(SignedCodec.CONTENT_TYPE));
    return this;
  }

  /**
   * Signs the hash of the CoRIM and says where that is (RFC 9995).
   *
   * @throws IllegalArgumentException if {@code hashAlgorithm} is not known here
   */
  public SignedCorimBuilder hashEnvelope(long hashAlgorithm, String location) {
    hashEnvelope(hashAlgorithm);
    hash = Objects.requireNonNull(hash).withPayloadLocation(location);
    return this;
  }

  /** Names the key. */
  public SignedCorimBuilder keyId(Bytes value) {
    headers.kid(value);
    return this;
  }

  /**
   * Sends the certificates of the signer along.
   *
   * @param certificates in DER, the signer's first
   */
  public SignedCorimBuilder certificateChain(List<Bytes> certificates) {
    headers.x5chain(certificates);
    return this;
  }

  /**
   * Adds a protected header.
   *
   * @throws IllegalArgumentException if {@code label} is one that this builder sets by itself, or
   *     {@code value} does not fit it
   */
  public SignedCorimBuilder header(Label label, CborItem value) {
    for (long own :
        new long[] {
          CoseHeaders.ALG,
          CoseHeaders.CONTENT_TYPE,
          SignedCodec.CORIM_META,
          CoseHeaders.CWT_CLAIMS,
          CoseHeaders.PAYLOAD_HASH_ALG,
          CoseHeaders.PAYLOAD_PREIMAGE_CONTENT_TYPE,
          CoseHeaders.PAYLOAD_LOCATION
        }) {
      if (label.equals(Label.of(own))) {
        throw new IllegalArgumentException("header is set by the builder: " + own);
      }
    }
    headers.put(label, value);
    return this;
  }

  /**
   * Returns the signed CoRIM.
   *
   * @throws GeneralSecurityException if the signer fails
   * @throws IllegalArgumentException if the algorithm of the signer is no signature algorithm that
   *     may be written
   * @throws IllegalStateException if the hash of a CoRIM is to be detached
   */
  public Bytes sign(Signer key) throws GeneralSecurityException {
    SignedCodec.write(signer, headers);
    CoseSign1Builder message = CoseSign1.builder();
    if (hash == null) {
      headers.contentType(CoseContentType.of(SignedCodec.CONTENT_TYPE));
      if (detached) {
        message.detachedPayload(corim);
      } else {
        message.payload(corim);
      }
    } else {
      if (detached) {
        throw new IllegalStateException("a hash goes with the message");
      }
      message.hashEnvelope(hash);
    }
    return message.protectedHeaders(headers.build()).sign(key);
  }
}
