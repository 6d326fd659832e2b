package org.rats4j.core.cose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.crypto.CertificateThumbprint;

/**
 * The header parameters of one bucket of a COSE message (RFC 9052, section 3).
 *
 * <pre>{@code header_map = { ? Generic_Headers, * label => values }}</pre>
 *
 * <p>The map is open: a parameter without a method of its own is under {@link #get(Label)}. Labels
 * are texts and integers of 64 bits, signed. A parameter that this library knows has the type that
 * its specification demands.
 */
public final class CoseHeaders {
  /** The algorithm. */
  public static final long ALG = 1;

  /** The labels that a verifier has to understand. */
  public static final long CRIT = 2;

  /** The content type of the payload. */
  public static final long CONTENT_TYPE = 3;

  /** A hint at the key. */
  public static final long KID = 4;

  /** The initialization vector. */
  public static final long IV = 5;

  /** The partial initialization vector. */
  public static final long PARTIAL_IV = 6;

  /** CWT claims (RFC 9597). */
  public static final long CWT_CLAIMS = 15;

  /** The type of the message (RFC 9596). */
  public static final long TYP = 16;

  /** Certificates in any order (RFC 9360). */
  public static final long X5BAG = 32;

  /** Certificates, the signer's first (RFC 9360). */
  public static final long X5CHAIN = 33;

  /** The thumbprint of the signer's certificate (RFC 9360). */
  public static final long X5T = 34;

  /** Where certificates are (RFC 9360); never fetched. */
  public static final long X5U = 35;

  /** The hash of a hash envelope (RFC 9995). */
  public static final long PAYLOAD_HASH_ALG = 258;

  /** The content type of what was hashed (RFC 9995). */
  public static final long PAYLOAD_PREIMAGE_CONTENT_TYPE = 259;

  /** Where that which was hashed is (RFC 9995); never fetched. */
  public static final long PAYLOAD_LOCATION = 260;

  /** No parameters. */
  public static final CoseHeaders EMPTY = new CoseHeaders(Map.of(), Bytes.EMPTY);

  private final Map<Label, CborItem> entries;
  private final Bytes encoded;

  /** For the decoder and the builder, which have checked the entries. */
  CoseHeaders(Map<Label, CborItem> entries, Bytes encoded) {
    this.entries = Collections.unmodifiableMap(entries);
    this.encoded = encoded;
  }

  /** Returns a builder of an empty bucket. */
  public static Builder builder() {
    return new Builder(Map.of());
  }

  /** Returns a builder that holds these parameters. */
  public Builder toBuilder() {
    return new Builder(entries);
  }

  /** Returns all parameters, in the order of the message. */
  public Map<Label, CborItem> entries() {
    return entries;
  }

  /** Returns whether there are no parameters. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Returns whether there is a parameter with {@code label}. */
  public boolean contains(long label) {
    return entries.containsKey(Label.of(label));
  }

  /** Returns the parameter with {@code label}. */
  public Optional<CborItem> get(long label) {
    return get(Label.of(label));
  }

  /** Returns the parameter with {@code label}. */
  public Optional<CborItem> get(Label label) {
    return Optional.ofNullable(entries.get(label));
  }

  /**
   * Returns the map as it stands in the message, byte for byte; of a protected bucket that is the
   * content of the byte string. What was built is in deterministic CBOR, and nothing if it is
   * empty.
   */
  public Bytes encoded() {
    return encoded;
  }

  /**
   * Returns the number of the algorithm from the IANA COSE Algorithms registry; empty also if the
   * message names the algorithm by a text.
   */
  public OptionalLong algorithm() {
    CborItem value = entries.get(Label.of(ALG));
    return value instanceof CborInteger number && number.value().bitLength() < Long.SIZE
        ? OptionalLong.of(number.value().longValue())
        : OptionalLong.empty();
  }

  /** Returns the labels that a verifier has to understand. */
  public List<Label> critical() {
    List<Label> labels = new ArrayList<>();
    if (entries.get(Label.of(CRIT)) instanceof CborArray array) {
      for (CborItem item : array.items()) {
        HeaderRules.label(item).ifPresent(labels::add);
      }
    }
    return List.copyOf(labels);
  }

  /** Returns the content type of the payload. */
  public Optional<CoseContentType> contentType() {
    return contentType(CONTENT_TYPE);
  }

  /** Returns the type of the message. */
  public Optional<CoseContentType> typ() {
    return contentType(TYP);
  }

  /** Returns the hint at the key; in UTF-8 if the message has a text. */
  public Optional<Bytes> kid() {
    return get(KID)
        .map(
            value ->
                value instanceof CborText text
                    ? Bytes.ofUtf8(text.value())
                    : ((CborBytes) value).value());
  }

  /**
   * Returns the CWT claims. They count only in a protected bucket.
   *
   * @see #requireConsistent(CborMap)
   */
  public Optional<CborMap> cwtClaims() {
    return get(CWT_CLAIMS).map(CborMap.class::cast);
  }

  /** Returns the certificates of x5chain in DER, the signer's first; not parsed. */
  public List<Bytes> x5chain() {
    return certificates(X5CHAIN);
  }

  /** Returns the certificates of x5bag in DER, in the order of the message; not parsed. */
  public List<Bytes> x5bag() {
    return certificates(X5BAG);
  }

  /** Returns the thumbprint of the signer's certificate. */
  public Optional<CertificateThumbprint> x5t() {
    return get(X5T)
        .map(
            value -> {
              List<CborItem> pair = ((CborArray) value).items();
              long hash = HeaderRules.number(pair.get(0)).orElse(0);
              return new CertificateThumbprint(hash, ((CborBytes) pair.get(1)).value());
            });
  }

  /**
   * Checks that a claim which stands both in {@link #cwtClaims()} and in the payload has the same
   * value in both (RFC 9597, section 2).
   *
   * @param payloadClaims the claims-set that is the payload
   * @throws VerificationException with CLAIMS_MISMATCH if a claim has two values
   */
  public void requireConsistent(CborMap payloadClaims) throws VerificationException {
    Objects.requireNonNull(payloadClaims, "payloadClaims");
    if (!(entries.get(Label.of(CWT_CLAIMS)) instanceof CborMap claims)) {
      return;
    }
    for (Map.Entry<CborItem, CborItem> claim : claims.entries().entrySet()) {
      CborItem other = payloadClaims.entries().get(claim.getKey());
      if (other != null && !other.equals(claim.getValue())) {
        throw VerificationException.of(
            Reason.CLAIMS_MISMATCH, "a claim has one value in the header, another in the payload");
      }
    }
  }

  /** Returns whether {@code o} is a bucket with equal parameters, however they are encoded. */
  @Override
  public boolean equals(Object o) {
    return o instanceof CoseHeaders other && entries.equals(other.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** Returns the parameters in diagnostic notation. */
  @Override
  public String toString() {
    return toCbor(entries).toString();
  }

  Optional<CoseContentType> contentType(long label) {
    return get(label)
        .map(
            value ->
                value instanceof CborText text
                    ? CoseContentType.of(text.value())
                    : CoseContentType.of(((CborInteger) value).value().longValueExact()));
  }

  private List<Bytes> certificates(long label) {
    CborItem value = entries.get(Label.of(label));
    if (value == null) {
      return List.of();
    }
    if (value instanceof CborBytes one) {
      return List.of(one.value());
    }
    List<Bytes> certificates = new ArrayList<>();
    for (CborItem item : ((CborArray) value).items()) {
      certificates.add(((CborBytes) item).value());
    }
    return List.copyOf(certificates);
  }

  private static CborMap toCbor(Map<Label, CborItem> entries) {
    Map<CborItem, CborItem> items = new LinkedHashMap<>();
    entries.forEach((label, value) -> items.put(HeaderRules.item(label), value));
    return new CborMap(items);
  }

  /** Builds {@link CoseHeaders}. Not safe for use by several threads. */
  public static final class Builder {
    private final Map<Label, CborItem> entries;

    private Builder(Map<Label, CborItem> entries) {
      this.entries = new LinkedHashMap<>(entries);
    }

    /**
     * Sets a parameter, in place of an earlier one with the same label.
     *
     * @throws IllegalArgumentException if {@code label} is beyond 64 bits, or {@code value} is not
     *     what the specification of the parameter demands
     */
    public Builder put(Label label, CborItem value) {
      Objects.requireNonNull(value, "value");
      HeaderRules.requireLabel(label);
      HeaderRules.ofValue(label, value)
          .ifPresent(
              fault -> {
                throw new IllegalArgumentException(fault.detail());
              });
      entries.put(label, value);
      return this;
    }

    /**
     * Sets a parameter, in place of an earlier one with the same label.
     *
     * @throws IllegalArgumentException if {@code value} is not what the specification of the
     *     parameter demands
     */
    public Builder put(long label, CborItem value) {
      return put(Label.of(label), value);
    }

    /**
     * Sets the labels that a verifier has to understand.
     *
     * @throws IllegalArgumentException if there is none, or one is beyond 64 bits
     */
    public Builder critical(Label... labels) {
      List<CborItem> items = new ArrayList<>();
      for (Label label : labels) {
        items.add(HeaderRules.item(label));
      }
      return put(CRIT, new CborArray(items));
    }

    /** Sets the content type of the payload. */
    public Builder contentType(CoseContentType value) {
      return put(CONTENT_TYPE, HeaderRules.item(value));
    }

    /** Sets the type of the message. */
    public Builder typ(CoseContentType value) {
      return put(TYP, HeaderRules.item(value));
    }

    /** Sets the hint at the key. */
    public Builder kid(Bytes value) {
      return put(KID, new CborBytes(value));
    }

    /** Sets the CWT claims. */
    public Builder cwtClaims(CborMap value) {
      return put(CWT_CLAIMS, value);
    }

    /**
     * Sets the certificates in DER, the signer's first.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder x5chain(List<Bytes> value) {
      List<CborItem> items = new ArrayList<>();
      value.forEach(certificate -> items.add(new CborBytes(certificate)));
      return put(X5CHAIN, items.size() == 1 ? items.get(0) : new CborArray(items));
    }

    /** Sets the thumbprint of the signer's certificate. */
    public Builder x5t(CertificateThumbprint value) {
      return put(
          X5T,
          new CborArray(
              List.of(CborInteger.of(value.hashAlgorithm()), new CborBytes(value.value()))));
    }

    /**
     * Returns the parameters.
     *
     * @throws IllegalArgumentException if a text is not valid Unicode
     */
    public CoseHeaders build() {
      return entries.isEmpty()
          ? EMPTY
          : new CoseHeaders(
              new LinkedHashMap<>(entries), new CborWriter().writeItem(toCbor(entries)).toBytes());
    }
  }
}
