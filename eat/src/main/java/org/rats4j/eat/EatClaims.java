package org.rats4j.eat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.json.JsonWriter;

/**
 * A set of claims (RFC 9711, section 4): an immutable map by typed keys.
 *
 * <pre>{@code
 * EatClaims claims =
 *     EatClaims.builder()
 *         .put(Claims.NONCE, Nonces.of(nonce))
 *         .put(Claims.SOFTWARE_NAME, "demo")
 *         .build();
 * Optional<Ueid> device = claims.get(Claims.UEID);
 * }</pre>
 *
 * <p>A bare set of claims says nothing about who made it; {@link Eat} is what was verified.
 *
 * <p>Claims that the decoder does not know are kept as they are and written back unchanged.
 */
public final class EatClaims {
  /** The unknown claims of a received set that has none. */
  static final Map<Label, RawClaim> NONE = Map.of();

  private static final List<Encoding> ENCODINGS = List.of(Encoding.values());

  private final @Nullable ReceivedSet received;
  private final Map<ClaimKey<?>, Object> values;
  private final Map<Label, RawClaim> unknown;
  private final List<Finding> findings;

  /** How many findings come before those on rules between claims. */
  private final int deviations;

  private EatClaims(
      @Nullable ReceivedSet received,
      Map<ClaimKey<?>, Object> values,
      Map<Label, RawClaim> unknown,
      List<Finding> findings,
      int deviations) {
    this.received = received;
    this.values = values instanceof ClaimTable ? values : Collections.unmodifiableMap(values);
    this.unknown =
        received != null && unknown.isEmpty() ? NONE : Collections.unmodifiableMap(unknown);
    this.findings = List.copyOf(findings);
    this.deviations = deviations;
  }

  /**
   * Returns claims that were received. Nobody may change the maps afterwards.
   *
   * @param deviations what was remarked on single claims
   */
  static EatClaims received(
      ReceivedSet received,
      ClaimTable values,
      Map<Label, RawClaim> unknown,
      List<Finding> deviations) {
    EatClaims claims = new EatClaims(received, values, unknown, deviations, deviations.size());
    List<Finding> rules = ClaimRules.findingsAtAllLevels(claims);
    if (rules.isEmpty()) {
      return claims;
    }
    List<Finding> all = new ArrayList<>(deviations);
    all.addAll(rules);
    return new EatClaims(received, values, unknown, all, deviations.size());
  }

  /** Returns claims that another encoding has; rules between claims are not asked again. */
  static EatClaims converted(Map<ClaimKey<?>, Object> values, Map<Label, RawClaim> unknown) {
    return new EatClaims(null, values, unknown, List.of(), 0);
  }

  /**
   * Decodes exactly one set of claims.
   *
   * @param options usually {@link EatOptions#STRICT} or {@link EatOptions#LENIENT}
   * @throws DecodingException if {@code bytes} are anything else, with a code of {@link EatCodes}
   *     and the names of the claims as path
   */
  public static EatClaims decode(byte[] bytes, Encoding encoding, DecodeOptions options)
      throws DecodingException {
    return decode(Bytes.copyOf(bytes), encoding, options);
  }

  /**
   * Decodes exactly one set of claims.
   *
   * @param options usually {@link EatOptions#STRICT} or {@link EatOptions#LENIENT}
   * @throws DecodingException if {@code bytes} are anything else
   */
  public static EatClaims decode(Bytes bytes, Encoding encoding, DecodeOptions options)
      throws DecodingException {
    return decode(bytes, encoding, ClaimRegistry.EAT, options);
  }

  /**
   * Decodes exactly one set of claims.
   *
   * @param registry the claims that are checked at once
   * @throws DecodingException if {@code bytes} are anything else
   */
  public static EatClaims decode(
      Bytes bytes, Encoding encoding, ClaimRegistry registry, DecodeOptions options)
      throws DecodingException {
    return new ClaimsDecoder(options, registry).decode(bytes, encoding);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the value of a claim. One that the decoder did not know is read here and now.
   *
   * @throws DecodingException if the decoder did not know {@code key}, and what was received is no
   *     value of it; never for a key that the decoder or the builder knew
   */
  public <T> Optional<T> get(ClaimKey<T> key) throws DecodingException {
    Optional<T> known = known(key);
    if (known.isPresent()) {
      return known;
    }
    @Nullable RawClaim raw = unknown(key);
    if (raw == null && isNamedOtherwise(key)) {
      raw = raw(key).orElse(null);
    }
    return raw == null ? Optional.empty() : Optional.of(ClaimValues.decode(key, raw));
  }

  /** Returns what is there under the label or name of {@code key} and was not known. */
  private @Nullable RawClaim unknown(ClaimKey<?> key) {
    if (unknown.isEmpty()) {
      return null;
    }
    for (Encoding each : ENCODINGS) {
      RawClaim raw = key.labelIn(each).map(unknown::get).orElse(null);
      if (raw != null && raw.encoding() == each) {
        return raw;
      }
    }
    return null;
  }

  /** Returns whether the decoder or the builder knew the claim by another key. */
  private boolean isNamedOtherwise(ClaimKey<?> key) {
    for (ClaimKey<?> known : values.keySet()) {
      if (key.names(known)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether there is a claim with the label or name of {@code key}. */
  public boolean contains(ClaimKey<?> key) {
    return values.containsKey(key) || unknown(key) != null || isNamedOtherwise(key);
  }

  /** Returns the value of a claim, if the decoder or the builder knew {@code key}. */
  <T> Optional<T> known(ClaimKey<T> key) {
    Object value = values.get(key);
    return value == null ? Optional.empty() : Optional.of(ClaimValues.typed(key, value));
  }

  /** Returns whether {@code key} is there and was known, or of built claims its label. */
  boolean has(ClaimKey<?> key) {
    return received != null ? values.containsKey(key) : contains(key);
  }

  boolean hasRuleFindings() {
    return findings.size() > deviations;
  }

  /** Returns what was remarked on rules between claims. */
  List<Finding> ruleFindings() {
    return findings.subList(deviations, findings.size());
  }

  /** Returns the keys of the claims that the decoder or the builder knew. */
  public Set<ClaimKey<?>> keys() {
    return values.keySet();
  }

  /** Returns the claims that the decoder did not know. Names of JSON are text labels here. */
  public Map<Label, RawClaim> unknown() {
    return unknown;
  }

  /** Returns whether there is no claim at all. */
  public boolean isEmpty() {
    return values.isEmpty() && unknown.isEmpty();
  }

  /**
   * Returns the value of a claim as it was received. Where claims were not received but built, it
   * is what will be written.
   */
  public Optional<RawClaim> raw(ClaimKey<?> key) {
    if (received != null) {
      return key.labelIn(received.encoding()).flatMap(received::find);
    }
    for (Map.Entry<ClaimKey<?>, Object> entry : values.entrySet()) {
      if (entry.getKey().names(key)) {
        return Optional.of(ClaimValues.encode(entry.getKey(), entry.getValue()));
      }
    }
    return Optional.ofNullable(unknown(key));
  }

  /** Returns the encoding in which the claims were received; empty if they were built. */
  public Optional<Encoding> encoding() {
    return Optional.ofNullable(received).map(ReceivedSet::encoding);
  }

  /** Returns what was remarked while decoding: deviations, and rules between claims. */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Encodes the claims: in deterministic CBOR, or in JSON without white space, known claims first.
   * Claims that the decoder did not know go out as they came in.
   *
   * @throws IllegalArgumentException if a claim has no form in {@code encoding}; {@link #convertTo}
   *     leaves such claims out
   */
  public Bytes encode(Encoding encoding) {
    return ClaimsEncoder.encode(values, unknown, encoding);
  }

  /** Writes the claims as {@link #encode} does. */
  void write(CborWriter out) {
    ClaimsEncoder.write(values, unknown, out);
  }

  /** Writes the claims as {@link #encode} does. */
  void write(JsonWriter out) {
    ClaimsEncoder.write(values, unknown, out);
  }

  /**
   * Returns whether {@link #encode} in CBOR gives deterministic CBOR (RFC 8949, section 4.2.1):
   * always, unless an unknown claim came in otherwise.
   */
  public boolean isDeterministic() {
    return unknown.values().stream().allMatch(ClaimValues::isDeterministic);
  }

  /**
   * Returns these claims as {@code encoding} has them, and what it has no form for: nested tokens
   * and digests, whose bytes were signed or hashed; the claims {@code cti} and {@code jti}, which
   * mean different things; a nonce of text in CBOR; results for measurements that bytes name, and a
   * heading of NaN, in JSON; a confirmation that is more than a public key; and claims that nobody
   * knows here, since their label says nothing of their name. Each loss has the path of what stays
   * behind.
   *
   * <p>What was received in {@code encoding} stays as it is.
   */
  public ConvertedClaims convertTo(Encoding encoding) {
    return received != null && received.encoding() == encoding
        ? new ConvertedClaims(this, List.of())
        : ClaimsEncoder.convert(values, unknown, encoding);
  }

  /** Returns a builder that holds these claims. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.values.putAll(values);
    builder.unknown.putAll(unknown);
    return builder;
  }

  /** Returns whether {@code o} is a set of the same claims, whatever their order and findings. */
  @Override
  public boolean equals(Object o) {
    return o instanceof EatClaims other
        && values.equals(other.values)
        && unknown.equals(other.unknown);
  }

  @Override
  public int hashCode() {
    return Objects.hash(values, unknown);
  }

  /** Returns the claims without the values that identify a device or a message. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    values.forEach(
        (key, value) ->
            parts.add(key.name() + "=" + (Claims.REDACTED.contains(key) ? "redacted" : value)));
    unknown.forEach((label, raw) -> parts.add(label + "=" + raw));
    return "EatClaims{" + String.join(", ", parts) + "}";
  }

  /** Builds {@link EatClaims}. Not safe for use by several threads. */
  public static final class Builder {
    private final Map<ClaimKey<?>, Object> values = new LinkedHashMap<>();
    private final Map<Label, RawClaim> unknown = new LinkedHashMap<>();
    private @Nullable EatProfile profile;

    private Builder() {}

    /**
     * Names {@code value} as profile, and checks its rules when the claims are built.
     *
     * @throws IllegalArgumentException if no tokens of this profile are made
     */
    public Builder forProfile(EatProfile value) {
      profile = value.requireWritable();
      profile.name(this);
      return this;
    }

    /** Sets a claim, in place of one with the same label or name. */
    public <T> Builder put(ClaimKey<T> key, T value) {
      Objects.requireNonNull(value, "value");
      remove(key);
      values.put(key, value);
      return this;
    }

    /**
     * Sets a claim that has no key, in place of one with the same label.
     *
     * @param label the label, or the name as text label if {@code value} is JSON
     * @throws IllegalArgumentException if a registered claim has that label: it has a key
     */
    public Builder putUnknown(Label label, RawClaim value) {
      if (ClaimRegistry.EAT.find(value.encoding(), label).isPresent()) {
        throw new IllegalArgumentException("claim " + label + " has a key of its own");
      }
      values
          .keySet()
          .removeIf(key -> key.labelIn(value.encoding()).filter(label::equals).isPresent());
      unknown.put(label, value);
      return this;
    }

    /** Removes a claim if it is there. */
    public Builder remove(ClaimKey<?> key) {
      values.keySet().removeIf(key::names);
      unknown
          .entrySet()
          .removeIf(
              entry ->
                  key.labelIn(entry.getValue().encoding())
                      .filter(entry.getKey()::equals)
                      .isPresent());
      return this;
    }

    /**
     * Returns the claims.
     *
     * @throws IllegalStateException if a value is none of its claim, a claim is there without the
     *     one that it needs (RFC 9711, section 4.2), or a rule of the profile is broken; the
     *     message names all faults
     */
    public EatClaims build() {
      List<String> faults = new ArrayList<>();
      values.forEach((key, value) -> ClaimValues.fault(key, value).ifPresent(faults::add));
      EatClaims claims =
          new EatClaims(
              null, new LinkedHashMap<>(values), new LinkedHashMap<>(unknown), List.of(), 0);
      for (Finding finding : ClaimRules.findings(claims)) {
        if (!finding.code().equals(EatCodes.JSON_NAME_IN_CBOR)) {
          faults.add(finding.message());
        }
      }
      if (profile != null && faults.isEmpty()) {
        EatProfile.faults(profile.check(claims)).forEach(fault -> faults.add(fault.message()));
      }
      if (!faults.isEmpty()) {
        throw new IllegalStateException(String.join("; ", faults));
      }
      return claims;
    }
  }
}
