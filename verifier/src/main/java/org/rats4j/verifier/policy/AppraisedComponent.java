package org.rats4j.verifier.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.evidence.KeySource;

/**
 * A component as policies see it: what its evidence claims, and what reference values and
 * endorsements say of that.
 */
public final class AppraisedComponent {
  private final EvidenceComponent evidence;
  private final List<ElementView> elements;
  private final List<EndorsementView> endorsements;
  private final boolean known;
  private final Predicate<Predicate<Authority>> knownBy;

  private AppraisedComponent(
      EvidenceComponent evidence,
      List<ElementView> elements,
      List<EndorsementView> endorsements,
      boolean known,
      Predicate<Predicate<Authority>> knownBy) {
    this.evidence = Objects.requireNonNull(evidence, "evidence");
    this.elements = List.copyOf(elements);
    this.endorsements = List.copyOf(endorsements);
    this.known = known;
    this.knownBy = Objects.requireNonNull(knownBy, "knownBy");
  }

  /**
   * Returns a component of which nobody says whose reference values there are: it is known by none.
   *
   * @param elements the measurements of the evidence in their order
   * @param endorsements what endorsers say of the environment of the component
   * @param known whether there are reference values for this environment at all
   */
  public static AppraisedComponent of(
      EvidenceComponent evidence,
      List<ElementView> elements,
      List<EndorsementView> endorsements,
      boolean known) {
    return new AppraisedComponent(evidence, elements, endorsements, known, signers -> false);
  }

  /**
   * Returns a component.
   *
   * @param elements the measurements of the evidence in their order
   * @param endorsements what endorsers say of the environment of the component
   * @param knownBy whether there are reference values for this environment, whose signer is one of
   *     those that it is given
   */
  public static AppraisedComponent of(
      EvidenceComponent evidence,
      List<ElementView> elements,
      List<EndorsementView> endorsements,
      Predicate<Predicate<Authority>> knownBy) {
    return new AppraisedComponent(
        evidence, elements, endorsements, knownBy.test(signer -> true), knownBy);
  }

  /** Returns the evidence. */
  public EvidenceComponent evidence() {
    return evidence;
  }

  /** Returns the label. */
  public String label() {
    return evidence.label();
  }

  /** Returns why the key of the evidence may be trusted. */
  public KeySource keySource() {
    return evidence.keySource();
  }

  /** Returns the profile of CoRIM by which the measurements are written. */
  public Optional<CorimProfileId> profile() {
    return evidence.profile();
  }

  /** Returns a claim of the evidence that is no measurement. */
  public Optional<JsonValue> claim(String name) {
    return evidence.claims().get(name);
  }

  /** Returns the measurements. */
  public List<ElementView> elements() {
    return elements;
  }

  /** Returns what endorsers say of the environment. */
  public List<EndorsementView> endorsements() {
    return endorsements;
  }

  /** Returns whether there are reference values for this environment, matching or not. */
  public boolean isKnown() {
    return known;
  }

  /**
   * Returns whether there are reference values for this environment, whose signer is one of these.
   */
  public boolean isKnownBy(Predicate<Authority> signers) {
    return knownBy.test(Objects.requireNonNull(signers, "signers"));
  }

  /** Returns the label and how much reference values vouch for. */
  @Override
  public String toString() {
    long good = elements.stream().filter(ElementView::isCorroborated).count();
    return "AppraisedComponent[" + label() + ", " + good + " of " + elements.size() + "]";
  }
}
