package org.rats4j.verifier.evidence;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.EatClaims;

/**
 * One part of an attester, as verified evidence describes it: the environment and its measurements
 * in the words of CoRIM, and on whose authority.
 */
public final class EvidenceComponent {
  private final String label;
  private final @Nullable String parent;
  private final KeySource keySource;
  private final List<CryptoKey> authority;
  private final @Nullable Environment environment;
  private final List<Measurement> measurements;
  private final @Nullable CorimProfileId profile;
  private final JsonObject claims;
  private final @Nullable EatClaims token;
  private final List<ClaimKey<?>> keys;
  private final @Nullable Bytes nonce;
  private final @Nullable PublicKey attestedKey;
  private final List<Finding> findings;

  private EvidenceComponent(Builder builder) {
    label = builder.label;
    parent = builder.parent;
    keySource = Objects.requireNonNull(builder.keySource, "keySource");
    authority = List.copyOf(builder.authority);
    environment = builder.environment;
    measurements = List.copyOf(builder.measurements);
    profile = builder.profile;
    claims = new JsonObject(builder.claims);
    token = builder.token;
    keys = List.copyOf(builder.keys);
    nonce = builder.nonce;
    attestedKey = builder.attestedKey;
    findings = List.copyOf(builder.findings);
  }

  /**
   * Returns a builder.
   *
   * @param label what the attester or the handler calls this part
   */
  public static Builder builder(String label) {
    return new Builder(label);
  }

  /** Returns a builder that holds this component. */
  public Builder toBuilder() {
    Builder builder = new Builder(label);
    builder.parent = parent;
    builder.keySource = keySource;
    builder.authority = authority;
    builder.environment = environment;
    builder.measurements.addAll(measurements);
    builder.profile = profile;
    builder.claims.putAll(claims.members());
    builder.token = token;
    builder.keys.addAll(keys);
    builder.nonce = nonce;
    builder.attestedKey = attestedKey;
    builder.findings.addAll(findings);
    return builder;
  }

  /** Returns what the part is called; the result has its appraisal under this label. */
  public String label() {
    return label;
  }

  /** Returns the label of the component that this one is a part of. */
  public Optional<String> parent() {
    return Optional.ofNullable(parent);
  }

  /** Returns why the key that signed may be trusted. */
  public KeySource keySource() {
    return keySource;
  }

  /** Returns the keys that vouch for what follows, at least one. */
  public List<CryptoKey> authority() {
    return authority;
  }

  /** Returns what was measured; empty if the evidence does not identify it. */
  public Optional<Environment> environment() {
    return Optional.ofNullable(environment);
  }

  /** Returns the measurements, in the order of the evidence. */
  public List<Measurement> measurements() {
    return measurements;
  }

  /** Returns the profile of CoRIM by which the measurements are written. */
  public Optional<CorimProfileId> profile() {
    return Optional.ofNullable(profile);
  }

  /**
   * Returns what else the evidence claims, by the names that claims have in JSON. Policies ask for
   * them; the verifier compares none of them with anything.
   */
  public JsonObject claims() {
    return claims;
  }

  /** Returns the claims of the token that this component is, as they were verified. */
  public Optional<EatClaims> token() {
    return Optional.ofNullable(token);
  }

  /** Returns the keys of claims of the token that results have by their labels in CBOR, too. */
  public List<ClaimKey<?>> keys() {
    return keys;
  }

  /** Returns the nonce of the evidence, as far as it is one of bytes. */
  public Optional<Bytes> nonce() {
    return Optional.ofNullable(nonce);
  }

  /** Returns the key that the evidence is about, where it is about one. */
  public Optional<PublicKey> attestedKey() {
    return Optional.ofNullable(attestedKey);
  }

  /** Returns what was remarked while decoding and verifying. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the label and how much was measured. */
  @Override
  public String toString() {
    return "EvidenceComponent[" + label + ", " + measurements.size() + " measurements]";
  }

  /** Builds {@link EvidenceComponent}. Not safe for use by several threads. */
  public static final class Builder {
    private String label;
    private @Nullable String parent;
    private @Nullable KeySource keySource;
    private List<CryptoKey> authority = List.of();
    private @Nullable Environment environment;
    private final List<Measurement> measurements = new ArrayList<>();
    private @Nullable CorimProfileId profile;
    private final Map<String, JsonValue> claims = new TreeMap<>();
    private @Nullable EatClaims token;
    private final List<ClaimKey<?>> keys = new ArrayList<>();
    private @Nullable Bytes nonce;
    private @Nullable PublicKey attestedKey;
    private final List<Finding> findings = new ArrayList<>();

    private Builder(String label) {
      this.label = Objects.requireNonNull(label, "label");
    }

    /** Sets what the part is called. */
    public Builder label(String value) {
      label = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the label of the component that this one is a part of. */
    public Builder parent(String value) {
      parent = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the keys that vouch for the component, and why they may be trusted. */
    public Builder authority(KeySource source, List<? extends CryptoKey> keys) {
      keySource = Objects.requireNonNull(source, "source");
      authority = List.copyOf(keys);
      return this;
    }

    /** Sets what was measured. */
    public Builder environment(Environment value) {
      environment = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Adds a measurement. */
    public Builder measurement(Measurement value) {
      measurements.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Sets the profile of CoRIM by which the measurements are written. */
    public Builder profile(CorimProfileId value) {
      profile = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets a claim. */
    public Builder claim(String name, JsonValue value) {
      claims.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Sets a claim that is a text. */
    public Builder claim(String name, String value) {
      return claim(name, new JsonString(value));
    }

    /** Sets the claims of the token that the component is; {@link #claim} is for policies. */
    public Builder token(EatClaims value) {
      token = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Adds the key of a claim of the token that no registry has. */
    public Builder key(ClaimKey<?> value) {
      keys.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Sets the nonce of the evidence. */
    public Builder nonce(Bytes value) {
      nonce = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the key that the evidence is about. */
    public Builder attestedKey(PublicKey value) {
      attestedKey = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Adds remarks. */
    public Builder findings(List<Finding> values) {
      findings.addAll(values);
      return this;
    }

    /**
     * Returns the component.
     *
     * @throws IllegalStateException if nobody vouches for it
     */
    public EvidenceComponent build() {
      if (keySource == null || authority.isEmpty()) {
        throw new IllegalStateException("nobody vouches for the component");
      }
      return new EvidenceComponent(this);
    }
  }
}
