package org.rats4j.corim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;

/**
 * CWT claims about the signer of a CoRIM (COSE header 15, RFC 9597).
 *
 * <pre>{@code
 * CWT-Claims = {
 *   &(iss: 1) => tstr
 *   ? &(sub: 2) => tstr
 *   ? &(exp: 4) => int / float
 *   ? &(nbf: 5) => int / float
 *   * int => any
 * }
 * }</pre>
 */
public final class CorimClaims {
  private static final Set<CborItem> OWN =
      Set.of(CborInteger.of(1), CborInteger.of(2), CborInteger.of(4), CborInteger.of(5));

  private final String issuer;
  private final @Nullable String subject;
  private final @Nullable EpochTime expiration;
  private final @Nullable EpochTime notBefore;
  private final Map<CborItem, CborItem> others;

  private CorimClaims(
      String issuer,
      @Nullable String subject,
      @Nullable EpochTime expiration,
      @Nullable EpochTime notBefore,
      Map<CborItem, CborItem> others) {
    this.issuer = Objects.requireNonNull(issuer, "issuer");
    this.subject = subject;
    this.expiration = expiration;
    this.notBefore = notBefore;
    this.others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** Returns the claims of an issuer, who is the signer. */
  public static CorimClaims of(String issuer) {
    return new CorimClaims(issuer, null, null, null, Map.of());
  }

  /** Returns these claims with the name of the CoRIM. */
  public CorimClaims withSubject(String subject) {
    Objects.requireNonNull(subject, "subject");
    return new CorimClaims(issuer, subject, expiration, notBefore, others);
  }

  /** Returns these claims with the end of the time in which the signature counts. */
  public CorimClaims withExpiration(EpochTime time) {
    Objects.requireNonNull(time, "time");
    return new CorimClaims(issuer, subject, time, notBefore, others);
  }

  /** Returns these claims with the begin of the time in which the signature counts. */
  public CorimClaims withNotBefore(EpochTime time) {
    Objects.requireNonNull(time, "time");
    return new CorimClaims(issuer, subject, expiration, time, others);
  }

  /**
   * Returns these claims with other ones beside those that have a method here.
   *
   * @throws IllegalArgumentException if a key is no integer, or the claim has a method here
   */
  public CorimClaims withOthers(Map<CborItem, CborItem> claims) {
    for (CborItem key : claims.keySet()) {
      if (!(key instanceof CborInteger) || OWN.contains(key)) {
        throw new IllegalArgumentException("claim is named by no integer, or has its own method");
      }
    }
    return new CorimClaims(issuer, subject, expiration, notBefore, claims);
  }

  /** Returns the issuer, who is the signer. */
  public String issuer() {
    return issuer;
  }

  /** Returns the name of the CoRIM, as text. */
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  /** Returns from when on the signature does not count any more. */
  public Optional<EpochTime> expiration() {
    return Optional.ofNullable(expiration);
  }

  /** Returns from when on the signature counts. */
  public Optional<EpochTime> notBefore() {
    return Optional.ofNullable(notBefore);
  }

  /** Returns the other claims. */
  public Map<CborItem, CborItem> others() {
    return others;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CorimClaims other
        && issuer.equals(other.issuer)
        && Objects.equals(subject, other.subject)
        && Objects.equals(expiration, other.expiration)
        && Objects.equals(notBefore, other.notBefore)
        && others.equals(other.others);
  }

  @Override
  public int hashCode() {
    return Objects.hash(issuer, subject, expiration, notBefore);
  }

  @Override
  public String toString() {
    return issuer + (subject == null ? "" : " about " + subject);
  }
}
