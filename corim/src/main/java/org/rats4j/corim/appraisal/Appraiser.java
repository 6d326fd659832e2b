package org.rats4j.corim.appraisal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.rats4j.core.VerificationException;

/**
 * Appraises evidence by a store (phases 2 to 4, and what the caller does in the phases behind
 * them). It keeps nothing between appraisals.
 */
public final class Appraiser {
  private final Supplier<CorimStore> stores;
  private final Clock clock;
  private final KeyVerifier keyVerifier;
  private final Authority authority;
  private final Phase augmentation;
  private final Phase policy;

  private Appraiser(
      Supplier<CorimStore> stores,
      Clock clock,
      KeyVerifier keyVerifier,
      Authority authority,
      Phase augmentation,
      Phase policy) {
    this.stores = Objects.requireNonNull(stores, "stores");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.keyVerifier = Objects.requireNonNull(keyVerifier, "keyVerifier");
    this.authority = Objects.requireNonNull(authority, "authority");
    this.augmentation = Objects.requireNonNull(augmentation, "augmentation");
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  /**
   * Returns an appraiser by {@code store}, as its options say, with the clock of the system, that
   * knows no key and names itself {@link Authority#VERIFIER}.
   */
  public static Appraiser of(CorimStore store) {
    Objects.requireNonNull(store, "store");
    return of(() -> store);
  }

  /**
   * Returns an appraiser that asks for the store once at the beginning of each appraisal, so that
   * stores can be exchanged while appraisals go on.
   *
   * @param stores what returns the latest store, such as {@code AtomicReference::get}
   */
  public static Appraiser of(Supplier<CorimStore> stores) {
    return new Appraiser(
        stores, Clock.systemUTC(), KeyVerifier.NONE, Authority.VERIFIER, Phase.NONE, Phase.NONE);
  }

  /** Returns this appraiser with another clock. */
  public Appraiser clock(Clock value) {
    return new Appraiser(stores, value, keyVerifier, authority, augmentation, policy);
  }

  /** Returns this appraiser with what decides about keys that endorsers list. */
  public Appraiser keyVerifier(KeyVerifier value) {
    return new Appraiser(stores, clock, value, authority, augmentation, policy);
  }

  /** Returns this appraiser with another name for itself, which verified keys are under. */
  public Appraiser authority(Authority value) {
    return new Appraiser(stores, clock, keyVerifier, value, augmentation, policy);
  }

  /** Returns this appraiser with what the verifier adds of its own knowledge (phase 5). */
  public Appraiser augmentation(Phase value) {
    return new Appraiser(stores, clock, keyVerifier, authority, value, policy);
  }

  /** Returns this appraiser with what its policy concludes (phase 6). */
  public Appraiser policy(Phase value) {
    return new Appraiser(stores, clock, keyVerifier, authority, augmentation, value);
  }

  /**
   * Appraises evidence. Equal evidence, store and time give an equal result, whatever the order of
   * the tuples.
   *
   * @param evidence what was verified of one attester, as tuples of type {@link
   *     ElementEct#EVIDENCE}; if it is empty, nothing matches
   * @throws IllegalArgumentException if a tuple is of another type
   * @throws VerificationException with LIMIT_EXCEEDED and the code {@link
   *     AppraisalCodes#APPRAISAL_LIMIT} if the options do not allow as much work as this needs
   */
  public Appraisal appraise(List<ElementEct> evidence) throws VerificationException {
    if (!evidence.stream().allMatch(ect -> ect.cmtype() == ElementEct.EVIDENCE)) {
      throw new IllegalArgumentException("tuple is not evidence");
    }
    CorimStore store = stores.get();
    Instant now = clock.instant();
    Run run = new Run(store, keyVerifier, authority, now);
    run.start(EvidenceMerge.of(evidence, store.options()));
    return Appraisal.of(store, now, run, List.of(augmentation, policy));
  }
}
