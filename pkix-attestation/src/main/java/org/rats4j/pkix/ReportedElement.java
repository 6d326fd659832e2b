package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.der.DerValue;

/**
 * An element of evidence: claims about one thing.
 *
 * <pre>{@code
 * ReportedElement ::= SEQUENCE {
 *   elementType OBJECT IDENTIFIER, claims SEQUENCE SIZE (1..MAX) OF ReportedClaim }
 * }</pre>
 *
 * <p>Whether anybody vouches for it depends on where it is from: {@link Evidence#tbs()} is
 * verified, {@link UnverifiedEvidence#unverifiedTbs()} is not.
 */
public abstract sealed class ReportedElement
    permits TransactionElement, PlatformElement, KeyElement, UnknownElement {
  private final Oid type;
  private final int position;
  private final List<ReportedClaim> claims;
  private final EvidenceOids oids;

  ReportedElement(Oid type, int position, List<ReportedClaim> claims, EvidenceOids oids) {
    this.type = type;
    this.position = position;
    this.claims = List.copyOf(claims);
    this.oids = oids;
  }

  /** Returns the type. */
  public Oid type() {
    return type;
  }

  /** Returns the claims in their order, unknown ones and repeated ones too. */
  public List<ReportedClaim> claims() {
    return claims;
  }

  /** Returns where it stands, such as {@code elements/2}. */
  public String path() {
    return TbsReader.ELEMENTS + "/" + position;
  }

  /**
   * Returns the value of a claim, the first if it is repeated; empty if there is none. A claim of
   * the draft in an element that it does not belong to is not there.
   *
   * @throws DecodingException if the claim was not read by {@code key} while decoding, and has not
   *     the type that {@code key} reads
   */
  public <T> Optional<T> get(EvidenceClaimKey<T> key) throws DecodingException {
    return all(key).stream().findFirst();
  }

  /**
   * Returns the values of a claim in their order.
   *
   * @throws DecodingException as {@link #get}
   */
  public <T> List<T> all(EvidenceClaimKey<T> key) throws DecodingException {
    List<T> values = new ArrayList<>(known(key));
    if (values.isEmpty() && !key.isOfDraft()) {
      for (ReportedClaim claim : claims) {
        Optional<Bytes> value = claim.value();
        if (value.isPresent() && claim.type().equals(key.type(oids))) {
          values.add(key.codec().read(DerValue.decode(value.get(), EvidenceOptions.INNER, path())));
        }
      }
    }
    return List.copyOf(values);
  }

  /** Returns whether there is such a claim, with or without value. */
  public boolean contains(EvidenceClaimKey<?> key) {
    Oid wanted = key.type(oids);
    return claims.stream().anyMatch(claim -> claim.type().equals(wanted) && isReadable(claim, key));
  }

  private static boolean isReadable(ReportedClaim claim, EvidenceClaimKey<?> key) {
    return !key.isOfDraft() || claim.key().isPresent();
  }

  /** Returns what was read while decoding. */
  <T> List<T> known(EvidenceClaimKey<T> key) {
    List<T> values = new ArrayList<>();
    for (ReportedClaim claim : claims) {
      if (claim.key().orElse(null) == key && claim.content() != null) {
        @SuppressWarnings("unchecked") // The codec of this key made it.
        T value = (T) claim.content();
        values.add(value);
      }
    }
    return values;
  }

  <T> Optional<T> one(EvidenceClaimKey<T> key) {
    return known(key).stream().findFirst();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ReportedElement other
        && type.equals(other.type)
        && claims.equals(other.claims);
  }

  @Override
  public int hashCode() {
    return claims.hashCode();
  }

  /** Returns the names of the claims; values identify a device. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + claims;
  }
}
