package org.rats4j.pkix;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.RevocationCheck;
import org.rats4j.core.crypto.TrustAnchors;

/**
 * What a verifier expects of evidence: whose keys, which algorithms, how many signatures, for which
 * nonce, under which policies.
 *
 * <p>Without {@link Builder#nonce} evidence can be replayed; a certification request has no
 * challenge of its own.
 */
public final class EvidenceExpectations {
  private final @Nullable TrustAnchors trustAnchors;
  private final Set<X500Principal> anchorNames;
  private final Set<PublicKeyInfo> trustedKeys;
  private final AttestationKeyResolver keys;
  private final List<Bytes> certificates;
  private final RevocationCheck revocation;
  private final AlgorithmPolicy algorithms;
  private final SignaturePolicy signatures;
  private final ForeignBlocks foreignBlocks;
  private final AkBinding akBinding;
  private final List<EvidencePolicy> policies;
  private final @Nullable Bytes nonce;
  private final ReplayGuard replay;
  private final Clock clock;

  private EvidenceExpectations(Builder builder) {
    trustAnchors = builder.trustAnchors;
    anchorNames = names(builder.trustAnchors);
    trustedKeys = Set.copyOf(builder.trustedKeys);
    keys = builder.keys;
    certificates = List.copyOf(builder.certificates);
    revocation = builder.revocation;
    algorithms = builder.algorithms;
    signatures = builder.signatures;
    foreignBlocks = builder.foreignBlocks;
    akBinding = builder.akBinding;
    policies = List.copyOf(builder.policies);
    nonce = builder.nonce;
    replay = builder.replay;
    clock = builder.clock;
  }

  private static Set<X500Principal> names(@Nullable TrustAnchors anchors) {
    Set<X500Principal> names = new HashSet<>();
    if (anchors != null) {
      anchors.certificates().forEach(anchor -> names.add(anchor.getSubjectX500Principal()));
    }
    return Set.copyOf(names);
  }

  /** Returns a builder that trusts nobody yet. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a builder that holds the values of these expectations. Keys that are added to it are
   * trusted beside theirs: for other keys start with {@link #builder()}.
   */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns the anchors of certificates. */
  public Optional<TrustAnchors> trustAnchors() {
    return Optional.ofNullable(trustAnchors);
  }

  /** Returns the names as which the anchors issue. */
  Set<X500Principal> anchorNames() {
    return anchorNames;
  }

  /** Returns the keys that are trusted themselves. */
  public Set<PublicKeyInfo> trustedKeys() {
    return trustedKeys;
  }

  /** Returns who knows keys by their identifier. */
  public AttestationKeyResolver keys() {
    return keys;
  }

  /** Returns the certificates in DER that may help to build paths, beside those of the evidence. */
  public List<Bytes> certificates() {
    return certificates;
  }

  /** Returns who knows which certificates are revoked. */
  public RevocationCheck revocation() {
    return revocation;
  }

  /** Returns which algorithms are allowed. */
  public AlgorithmPolicy algorithms() {
    return algorithms;
  }

  /** Returns which signatures have to be right. */
  public SignaturePolicy signatures() {
    return signatures;
  }

  /** Returns what becomes of signatures by unknown keys. */
  public ForeignBlocks foreignBlocks() {
    return foreignBlocks;
  }

  /** Returns how strictly signers have to be named. */
  public AkBinding akBinding() {
    return akBinding;
  }

  /** Returns the policies in their order. */
  public List<EvidencePolicy> policies() {
    return policies;
  }

  /** Returns the nonce that the transaction element has to have. */
  public Optional<Bytes> nonce() {
    return Optional.ofNullable(nonce);
  }

  /** Returns who remembers nonces. */
  public ReplayGuard replay() {
    return replay;
  }

  /** Returns what tells the time. */
  public Clock clock() {
    return clock;
  }

  /** Builds {@link EvidenceExpectations}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable TrustAnchors trustAnchors;
    private final Set<PublicKeyInfo> trustedKeys = new HashSet<>();
    private AttestationKeyResolver keys = AttestationKeyResolver.NONE;
    private final List<Bytes> certificates = new ArrayList<>();
    private RevocationCheck revocation = (path, at) -> {};
    private AlgorithmPolicy algorithms = AlgorithmPolicy.DEFAULT;
    private SignaturePolicy signatures = SignaturePolicy.ALL;
    private ForeignBlocks foreignBlocks = ForeignBlocks.REJECT;
    private AkBinding akBinding = AkBinding.STRICT;
    private final List<EvidencePolicy> policies = new ArrayList<>();
    private @Nullable Bytes nonce;
    private ReplayGuard replay = used -> true;
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    private Builder(EvidenceExpectations from) {
      trustAnchors = from.trustAnchors;
      trustedKeys.addAll(from.trustedKeys);
      keys = from.keys;
      certificates.addAll(from.certificates);
      revocation = from.revocation;
      algorithms = from.algorithms;
      signatures = from.signatures;
      foreignBlocks = from.foreignBlocks;
      akBinding = from.akBinding;
      policies.addAll(from.policies);
      nonce = from.nonce;
      replay = from.replay;
      clock = from.clock;
    }

    /** Trusts what these certificates issue for attestation keys. */
    public Builder trustAnchors(TrustAnchors value) {
      trustAnchors = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Trusts a key itself. A certificate of it still has to be for attestation keys. */
    public Builder key(PublicKeyInfo value) {
      trustedKeys.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Sets who knows keys by their identifier; nobody by default. */
    public Builder keys(AttestationKeyResolver value) {
      keys = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Adds certificates in DER that may help to build paths; none of them is trusted. */
    public Builder certificates(Collection<Bytes> values) {
      certificates.addAll(values);
      return this;
    }

    /** Sets who knows which certificates are revoked; nobody by default. */
    public Builder revocation(RevocationCheck value) {
      revocation = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets which algorithms are allowed; {@link AlgorithmPolicy#DEFAULT} by default. */
    public Builder algorithms(AlgorithmPolicy value) {
      algorithms = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets which signatures have to be right; all by default. */
    public Builder signatures(SignaturePolicy value) {
      signatures = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets what becomes of signatures by unknown keys; rejected by default. */
    public Builder foreignBlocks(ForeignBlocks value) {
      foreignBlocks = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets how strictly signers have to be named; strictly by default. */
    public Builder akBinding(AkBinding value) {
      akBinding = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Adds policies. */
    public Builder policy(EvidencePolicy... values) {
      policies.addAll(List.of(values));
      return this;
    }

    /** Adds a policy that speaks before those of the caller. */
    Builder firstPolicy(EvidencePolicy value) {
      policies.add(0, value);
      return this;
    }

    /**
     * Sets the nonce that the transaction element has to have.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public Builder nonce(Bytes value) {
      nonce = EvidencePolicies.notEmpty(value);
      return this;
    }

    /** Sets who remembers nonces; nobody by default. */
    public Builder replay(ReplayGuard value) {
      replay = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets what tells the time; the clock of the system by default. */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Returns the expectations.
     *
     * @throws IllegalStateException if nobody is trusted: there are no anchors, no trusted keys,
     *     and nobody who knows keys
     */
    public EvidenceExpectations build() {
      if (trustAnchors == null
          && trustedKeys.isEmpty()
          && keys.equals(AttestationKeyResolver.NONE)) {
        throw new IllegalStateException("nobody is trusted");
      }
      return new EvidenceExpectations(this);
    }
  }
}
