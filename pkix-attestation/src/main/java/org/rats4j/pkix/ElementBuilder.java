package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/** Takes the claims of an element, in the order in which they are written. */
public final class ElementBuilder {
  private final Oid type;
  private final EvidenceOids oids;
  private final List<Bytes> claims = new ArrayList<>();

  ElementBuilder(Oid type, EvidenceOids oids) {
    this.type = Objects.requireNonNull(type, "type");
    this.oids = oids;
  }

  /**
   * Adds a claim.
   *
   * @throws IllegalArgumentException if {@code value} is out of the range of the claim
   */
  public <T> ElementBuilder put(EvidenceClaimKey<T> key, T value) {
    claims.add(Der.sequence(Der.oid(key.type(oids)), key.codec().write(value)));
    return this;
  }

  /**
   * Adds a claim of whatever type.
   *
   * @param value one value in DER
   * @throws IllegalArgumentException if it is anything else
   */
  public ElementBuilder putRaw(Oid claimType, Bytes value) {
    try {
      DerValue.decode(value, DecodeOptions.STRICT, "value");
    } catch (DecodingException e) {
      throw new IllegalArgumentException("not one value in DER", e);
    }
    claims.add(Der.sequence(Der.oid(claimType), value));
    return this;
  }

  /** Adds a claim without value, which stands for "please report" in a request. */
  ElementBuilder ask(Oid claimType) {
    claims.add(Der.sequence(Der.oid(claimType)));
    return this;
  }

  List<Bytes> claims() {
    return claims;
  }

  Bytes encode() {
    return encodeBehind(List.of());
  }

  Bytes encodeBehind(List<Bytes> others) {
    List<Bytes> all = new ArrayList<>(others);
    all.addAll(claims);
    return Der.sequence(Der.oid(type), Der.sequence(all));
  }
}
