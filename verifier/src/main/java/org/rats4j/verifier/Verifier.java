package org.rats4j.verifier;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.appraisal.Appraisal;
import org.rats4j.corim.appraisal.Appraiser;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.EatExpectations;
import org.rats4j.verifier.evidence.CcaHandler;
import org.rats4j.verifier.evidence.EatHandler;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.evidence.EvidenceContext;
import org.rats4j.verifier.evidence.EvidenceHandler;
import org.rats4j.verifier.evidence.EvidenceKeys;
import org.rats4j.verifier.evidence.KeySource;
import org.rats4j.verifier.policy.AppraisalPolicy;
import org.rats4j.verifier.policy.StandardPolicy;
import org.rats4j.verifier.store.EndorsementStore;

/**
 * Appraises evidence (RFC 9334, section 8.3): verifies it, matches it against reference values and
 * endorsements, asks its policies, and says what it thinks as attestation result.
 *
 * <pre>{@code
 * Verifier verifier =
 *     Verifier.builder(VerifierId.of("https://example.com", "1.0"))
 *         .store(CorimStore.builder().add(signedCorim).build())
 *         .build();
 * AttestationResult result =
 *     verifier.appraise(AppraisalRequest.builder(evidence).nonce(nonce).build());
 * Bytes ear = result.sign(Encoding.JSON, signer);
 * }</pre>
 *
 * <p>It is immutable and keeps nothing between appraisals. A negative appraisal is a result; an
 * exception means that the evidence is not what its keys, its nonce or its format demand, and that
 * nothing is known of the attester.
 */
public final class Verifier {
  private final VerifierId id;
  private final Supplier<CorimStore> stores;
  private final EndorsementStore endorsements;
  private final CorimProfiles profiles;
  private final EvidenceKeys keys;
  private final boolean keysOfCorims;
  private final Set<Long> algorithms;
  private final boolean lenient;
  private final boolean reportFailures;
  private final List<EvidenceHandler> handlers;
  private final List<AppraisalPolicy> policies;
  private final Clock clock;
  private final ResultForm form;

  private Verifier(Builder builder, Supplier<CorimStore> stores) {
    id = builder.id;
    this.stores = stores;
    endorsements = builder.endorsements;
    profiles = builder.profiles;
    keys = builder.keys;
    keysOfCorims = builder.keysOfCorims;
    algorithms = builder.algorithms;
    lenient = builder.lenient;
    reportFailures = builder.reportFailures;
    handlers = List.copyOf(builder.handlers);
    policies =
        builder.policies.isEmpty() ? List.of(StandardPolicy.RULES) : List.copyOf(builder.policies);
    clock = builder.clock;
    form = new ResultForm(id, clock, builder.lifetime, builder.rawEvidence, builder.attesterClaims);
  }

  /** Returns a builder of a verifier with this name, which its results carry. */
  public static Builder builder(VerifierId id) {
    return new Builder(id);
  }

  /** Returns the name. */
  public VerifierId id() {
    return id;
  }

  /**
   * Appraises evidence.
   *
   * @throws DecodingException if it is not what it should be, or no handler knows it
   * @throws VerificationException if a signature, a nonce or a time is not as it should be, or a
   *     limit is exceeded; of a part of the evidence, unless {@link Builder#reportFailures()} was
   *     called
   */
  public AttestationResult appraise(AppraisalRequest request)
      throws DecodingException, VerificationException {
    CorimStore classes = stores.get();
    Devices devices = new Devices(endorsements, profiles, classes.options(), clock);
    EvidenceContext context = context(request, classes, devices);
    Parts parts = new Parts(reportFailures);
    for (Unwrapping.Part part : Unwrapping.of(request, handlers, context, parts.failures())) {
      parts.verify(part, context);
    }
    parts.check();
    List<EvidenceComponent> components = parts.components();
    CorimStore store = devices.above(classes, components);
    Evidence evidence = new Evidence(components);
    Appraisal appraisal =
        Appraiser.of(store).clock(clock).keyVerifier(evidence).appraise(evidence.ects());
    List<ComponentResult> judged = new ArrayList<>();
    for (EvidenceComponent component : components) {
      judged.add(ComponentResult.of(Corroboration.of(component, store, appraisal), policies));
    }
    return new AttestationResult(
        judged, parts.failed(), appraisal, form.of(request, judged, parts.failed()));
  }

  private EvidenceContext context(AppraisalRequest request, CorimStore classes, Devices devices) {
    EvidenceKeys all = keys.with(KeySource.STORE, devices::attestKeys);
    if (keysOfCorims) {
      all = all.with(KeySource.CORIM, claimed -> classes.attestKeys(claimed, clock.instant()));
    }
    EvidenceContext.Builder context =
        EvidenceContext.builder().keys(all).clock(clock).algorithms(algorithms).lenient(lenient);
    request.nonce().ifPresent(context::nonce);
    request.maxAge().ifPresent(context::maxAge);
    request.channel().ifPresent(context::channel);
    return context.build();
  }

  /** Returns the name and the policies. */
  @Override
  public String toString() {
    return "Verifier[" + id + ", " + policies.stream().map(AppraisalPolicy::id).toList() + "]";
  }

  /** Builds {@link Verifier}. Not safe for use by several threads. */
  public static final class Builder {
    private final VerifierId id;
    private @Nullable Supplier<CorimStore> stores;
    private EndorsementStore endorsements = EndorsementStore.EMPTY;
    private CorimProfiles profiles = CorimProfiles.BUILT_IN;
    private EvidenceKeys keys = EvidenceKeys.none();
    private boolean keysOfCorims = true;
    private Set<Long> algorithms = EatExpectations.DEFAULT_ALGORITHMS;
    private boolean lenient;
    private boolean reportFailures;
    private List<EvidenceHandler> handlers = List.of(new CcaHandler(), EatHandler.standard());
    private final List<AppraisalPolicy> policies = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private Duration lifetime = Duration.ofMinutes(5);
    private boolean rawEvidence;
    private boolean attesterClaims = true;

    private Builder(VerifierId id) {
      this.id = Objects.requireNonNull(id, "id");
    }

    /** Sets the reference values and endorsements. */
    public Builder store(CorimStore value) {
      Objects.requireNonNull(value, "value");
      return stores(() -> value);
    }

    /**
     * Sets what returns the latest reference values and endorsements, such as {@code
     * AtomicReference::get}. It is asked once for each appraisal.
     */
    public Builder stores(Supplier<CorimStore> value) {
      stores = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets what has keys and values of single devices; nothing by default. */
    public Builder endorsements(EndorsementStore value) {
      endorsements = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the profiles of CoRIM that are understood of the endorsement store. */
    public Builder profiles(CorimProfiles value) {
      profiles = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Trusts these keys, before those that the store has for a device. */
    public Builder keys(KeyResolver value) {
      keys = keys.withGiven(value);
      return this;
    }

    /** Trusts, behind all others, the keys of certificate chains that lead to {@code value}. */
    public Builder trustAnchors(TrustAnchors value) {
      keys = keys.withTrustAnchors(value);
      return this;
    }

    /** Does not take the keys of evidence from the attest-key triples of CoRIMs. */
    public Builder withoutKeysOfCorims() {
      keysOfCorims = false;
      return this;
    }

    /** Sets the algorithms that evidence may be signed with. */
    public Builder algorithms(Set<Long> value) {
      algorithms = Set.copyOf(value);
      return this;
    }

    /** Reads the documented deviations of evidence in the field, too. */
    public Builder lenient() {
      lenient = true;
      return this;
    }

    /**
     * Reports a part of evidence that cannot be verified as such, and appraises the rest; by
     * default such a part refuses the whole. It applies to messages in collections (CMW) and to
     * nested tokens, and not if there is no other part.
     *
     * <p>The result has the part as submodule: contraindicated in all categories ({@code
     * crypto_failed}, 99), or, if only nobody knows what it is, with {@code unexpected_evidence}
     * (1), by which the whole is not affirming. No policy is asked.
     */
    public Builder reportFailures() {
      reportFailures = true;
      return this;
    }

    /** Sets who reads evidence, in place of the standard handlers. The first that accepts reads. */
    public Builder handlers(EvidenceHandler... values) {
      handlers = List.of(values);
      return this;
    }

    /**
     * Adds a policy; {@link StandardPolicy#RULES} if none is added. If several claim something of
     * one category, the worst claim stands.
     */
    public Builder policy(AppraisalPolicy value) {
      policies.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Sets what tells the time; by default the clock of the system. */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how long results are valid; 5 minutes by default.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder lifetime(Duration value) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException("lifetime is not positive");
      }
      lifetime = value;
      return this;
    }

    /** Puts the evidence into results, too. */
    public Builder withRawEvidence() {
      rawEvidence = true;
      return this;
    }

    /** Leaves the claims of attesters out of results. */
    public Builder withoutAttesterClaims() {
      attesterClaims = false;
      return this;
    }

    /**
     * Returns the verifier.
     *
     * @throws IllegalStateException if there is no store
     */
    public Verifier build() {
      if (stores == null) {
        throw new IllegalStateException("neither reference values nor endorsements are set");
      }
      return new Verifier(this, stores);
    }
  }
}
