package org.rats4j.core.cose;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborText;

/**
 * A payload that is the hash of something else (RFC 9995).
 *
 * <pre>{@code
 * protected: { 258 => int, ? 259 => uint / tstr, ? 260 => tstr }, payload: the hash
 * }</pre>
 */
public final class HashEnvelope {
  private final long hashAlgorithm;
  private final Bytes digest;
  private final @Nullable CoseContentType preimageContentType;
  private final @Nullable String payloadLocation;

  private HashEnvelope(
      long hashAlgorithm,
      Bytes digest,
      @Nullable CoseContentType preimageContentType,
      @Nullable String payloadLocation) {
    this.hashAlgorithm = hashAlgorithm;
    this.digest = digest;
    this.preimageContentType = preimageContentType;
    this.payloadLocation = payloadLocation;
  }

  /**
   * Creates an envelope around a hash that was computed already.
   *
   * @param hashAlgorithm a number of {@link CoseHash}, or another one of its registry
   * @throws IllegalArgumentException if {@code digest} has not the size of the hash
   */
  public static HashEnvelope of(long hashAlgorithm, Bytes digest) {
    OptionalInt size = CoseHash.size(hashAlgorithm);
    if (size.isPresent() && size.getAsInt() != digest.size()) {
      throw new IllegalArgumentException(
          "hash has " + digest.size() + " bytes, not " + size.getAsInt());
    }
    return new HashEnvelope(hashAlgorithm, digest, null, null);
  }

  /**
   * Creates an envelope around the hash of {@code preimage}.
   *
   * @param hashAlgorithm a number of {@link CoseHash}
   * @throws IllegalArgumentException if {@code hashAlgorithm} is not known here
   */
  public static HashEnvelope ofPreimage(long hashAlgorithm, Bytes preimage) {
    Bytes digest =
        CoseHash.digest(hashAlgorithm, preimage)
            .orElseThrow(() -> new IllegalArgumentException("hash is not known: " + hashAlgorithm));
    return of(hashAlgorithm, digest);
  }

  /** Returns this envelope, saying what the content type of the preimage is. */
  public HashEnvelope withPreimageContentType(CoseContentType value) {
    return new HashEnvelope(
        hashAlgorithm, digest, Objects.requireNonNull(value, "value"), payloadLocation);
  }

  /** Returns this envelope, saying where the preimage is. */
  public HashEnvelope withPayloadLocation(String value) {
    return new HashEnvelope(
        hashAlgorithm, digest, preimageContentType, Objects.requireNonNull(value, "value"));
  }

  /** Returns the number of the hash from the IANA COSE Algorithms registry. */
  public long hashAlgorithm() {
    return hashAlgorithm;
  }

  /** Returns the hash. */
  public Bytes digest() {
    return digest;
  }

  /** Returns the content type of the preimage. */
  public Optional<CoseContentType> preimageContentType() {
    return Optional.ofNullable(preimageContentType);
  }

  /** Returns where the preimage is. Nothing is fetched. */
  public Optional<String> payloadLocation() {
    return Optional.ofNullable(payloadLocation);
  }

  /**
   * Checks that the hash is that of {@code preimage}.
   *
   * @throws VerificationException with DIGEST_MISMATCH if it is not, with ALGORITHM_NOT_ALLOWED if
   *     the hash is not known here
   */
  public void verifyPreimage(Bytes preimage) throws VerificationException {
    Bytes actual =
        CoseHash.digest(hashAlgorithm, preimage)
            .orElseThrow(
                () ->
                    VerificationException.of(
                        Reason.ALGORITHM_NOT_ALLOWED, "the hash of the envelope is not known"));
    if (!actual.equals(digest)) {
      throw VerificationException.of(
          Reason.DIGEST_MISMATCH, "the payload is not the hash of the preimage");
    }
  }

  /** Returns the envelope that these protected headers make of {@code payload}. */
  static Optional<HashEnvelope> of(CoseHeaders headers, Bytes payload) {
    OptionalLong hash = hashAlgorithm(headers);
    if (hash.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HashEnvelope(
            hash.getAsLong(),
            payload,
            headers.contentType(CoseHeaders.PAYLOAD_PREIMAGE_CONTENT_TYPE).orElse(null),
            headers
                .get(CoseHeaders.PAYLOAD_LOCATION)
                .map(value -> ((CborText) value).value())
                .orElse(null)));
  }

  /** Returns false if these headers name a known hash and {@code payload} has another size. */
  static boolean sizeFits(CoseHeaders headers, Bytes payload) {
    OptionalLong hash = hashAlgorithm(headers);
    OptionalInt size = hash.isEmpty() ? OptionalInt.empty() : CoseHash.size(hash.getAsLong());
    return size.isEmpty() || size.getAsInt() == payload.size();
  }

  CoseHeaders addTo(CoseHeaders headers) {
    CoseHeaders.Builder builder =
        headers.toBuilder().put(CoseHeaders.PAYLOAD_HASH_ALG, CborInteger.of(hashAlgorithm));
    if (preimageContentType != null) {
      builder.put(CoseHeaders.PAYLOAD_PREIMAGE_CONTENT_TYPE, HeaderRules.item(preimageContentType));
    }
    if (payloadLocation != null) {
      builder.put(CoseHeaders.PAYLOAD_LOCATION, new CborText(payloadLocation));
    }
    return builder.build();
  }

  private static OptionalLong hashAlgorithm(CoseHeaders headers) {
    return HeaderRules.number(headers.get(CoseHeaders.PAYLOAD_HASH_ALG).orElse(null));
  }
}
