package org.rats4j.corim;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;

/**
 * What the protected headers of a signed CoRIM say of its signer: as corim-meta, as CWT claims, or
 * as both, which then agree.
 */
public final class SignerInfo {
  private final @Nullable CorimMeta meta;
  private final @Nullable CorimClaims claims;

  private SignerInfo(@Nullable CorimMeta meta, @Nullable CorimClaims claims) {
    this.meta = meta;
    this.claims = claims;
  }

  /** Returns what corim-meta says. */
  public static SignerInfo of(CorimMeta meta) {
    return new SignerInfo(Objects.requireNonNull(meta, "meta"), null);
  }

  /** Returns what CWT claims say. */
  public static SignerInfo of(CorimClaims claims) {
    return new SignerInfo(null, Objects.requireNonNull(claims, "claims"));
  }

  /**
   * Returns what both say.
   *
   * @throws IllegalArgumentException if the names differ, or both have a time and these differ
   */
  public static SignerInfo of(CorimMeta meta, CorimClaims claims) {
    if (!meta.signerName().equals(claims.issuer())) {
      throw new IllegalArgumentException("iss is not the signer-name");
    }
    Optional<Validity> validity = meta.validity();
    if (differ(validity.map(Validity::notAfter), claims.expiration())
        || differ(validity.flatMap(Validity::notBefore), claims.notBefore())) {
      throw new IllegalArgumentException("exp or nbf is not that of signature-validity");
    }
    return new SignerInfo(meta, claims);
  }

  private static boolean differ(Optional<EpochTime> one, Optional<EpochTime> other) {
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) != 0;
  }

  /** Returns corim-meta. */
  public Optional<CorimMeta> meta() {
    return Optional.ofNullable(meta);
  }

  /** Returns the CWT claims. */
  public Optional<CorimClaims> claims() {
    return Optional.ofNullable(claims);
  }

  /** Returns the name of the signer. */
  public String name() {
    return meta != null ? meta.signerName() : Objects.requireNonNull(claims).issuer();
  }

  /** Returns from when on the signature counts; empty if the signer does not say. */
  public Optional<EpochTime> notBefore() {
    return meta()
        .flatMap(CorimMeta::validity)
        .flatMap(Validity::notBefore)
        .or(() -> claims().flatMap(CorimClaims::notBefore));
  }

  /**
   * Returns until when the signature counts; empty if the signer does not say. In
   * signature-validity this is the last moment, as exp the first at which it does not count any
   * more.
   */
  public Optional<EpochTime> notAfter() {
    return meta()
        .flatMap(CorimMeta::validity)
        .map(Validity::notAfter)
        .or(() -> claims().flatMap(CorimClaims::expiration));
  }

  void requireValid(Instant now, Duration skew) throws VerificationException {
    Optional<EpochTime> begin = notBefore();
    if (begin.isPresent() && now.plus(skew).isBefore(begin.get().toInstant())) {
      throw VerificationException.of(
          Reason.NOT_YET_VALID, "signature counts from " + begin.get().toInstant() + " on");
    }
    Instant early = now.minus(skew);
    Optional<EpochTime> last = meta().flatMap(CorimMeta::validity).map(Validity::notAfter);
    Optional<EpochTime> expiration = claims().flatMap(CorimClaims::expiration);
    if ((last.isPresent() && early.isAfter(last.get().toInstant()))
        || (expiration.isPresent() && !early.isBefore(expiration.get().toInstant()))) {
      throw VerificationException.of(
          Reason.EXPIRED, "signature counted until " + notAfter().orElseThrow().toInstant());
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof SignerInfo other
        && Objects.equals(meta, other.meta)
        && Objects.equals(claims, other.claims);
  }

  @Override
  public int hashCode() {
    return Objects.hash(meta, claims);
  }

  @Override
  public String toString() {
    return name();
  }
}
