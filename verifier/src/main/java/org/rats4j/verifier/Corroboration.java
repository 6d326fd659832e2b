package org.rats4j.verifier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.rats4j.core.Label;
import org.rats4j.corim.appraisal.Appraisal;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.appraisal.Derivation;
import org.rats4j.corim.appraisal.Ect;
import org.rats4j.corim.appraisal.Element;
import org.rats4j.corim.appraisal.ElementEct;
import org.rats4j.corim.appraisal.Origin;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.policy.AppraisedComponent;
import org.rats4j.verifier.policy.ElementView;
import org.rats4j.verifier.policy.EndorsementView;

/** Finds out what an appraisal says of one component. */
final class Corroboration {
  private final EvidenceComponent component;
  private final Optional<ElementEct> ect;
  private final CorimStore store;
  private final Appraisal appraisal;

  private Corroboration(EvidenceComponent component, CorimStore store, Appraisal appraisal) {
    this.component = component;
    this.ect = Evidence.ect(component);
    this.store = store;
    this.appraisal = appraisal;
  }

  static AppraisedComponent of(EvidenceComponent component, CorimStore store, Appraisal appraisal) {
    return new Corroboration(component, store, appraisal).appraised();
  }

  private AppraisedComponent appraised() {
    List<Accepted> accepted = accepted();
    List<ElementView> views = new ArrayList<>();
    for (Measurement measurement : component.measurements()) {
      views.add(view(measurement, accepted));
    }
    return AppraisedComponent.of(component, views, endorsements(), this::isKnownBy);
  }

  /** What a triple vouches for. */
  private record Accepted(Origin by, List<Element> elements) {}

  /** Returns what reference values vouch for of this very evidence, not of equal evidence. */
  private List<Accepted> accepted() {
    List<Accepted> all = new ArrayList<>();
    for (ElementEct added : appraisal.acs().elements(ElementEct.REFERENCE_VALUES)) {
      for (Derivation derivation : appraisal.derivations(added)) {
        if (derivation.from().stream().anyMatch(this::isMine)) {
          all.add(new Accepted(derivation.origin(), added.elements()));
        }
      }
    }
    return all;
  }

  /** Evidence of one environment, authority and profile is one tuple in an appraisal. */
  private boolean isMine(Ect from) {
    return ect.isPresent()
        && from instanceof ElementEct elements
        && elements.cmtype() == ElementEct.EVIDENCE
        && elements.environment().equals(ect.get().environment())
        && elements.authority().equals(ect.get().authority())
        && elements.profile().equals(ect.get().profile());
  }

  private static ElementView view(Measurement measurement, List<Accepted> accepted) {
    Map<Origin, Set<Label>> vouchers = new LinkedHashMap<>();
    for (Accepted triple : accepted) {
      for (Element element : triple.elements()) {
        if (isPart(element, measurement)) {
          vouchers
              .computeIfAbsent(triple.by(), any -> new LinkedHashSet<>())
              .addAll(element.claims().codePoints());
        }
      }
    }
    return new ElementView(measurement, vouchers);
  }

  private static boolean isPart(Element element, Measurement measurement) {
    MeasurementValues claims = element.claims();
    return element.id().equals(measurement.key())
        && claims.codePoints().stream()
            .allMatch(at -> Values.same(at, claims, measurement.values()));
  }

  private List<EndorsementView> endorsements() {
    List<EndorsementView> endorsements = new ArrayList<>();
    for (ElementEct added : appraisal.acs().elements(ElementEct.ENDORSEMENTS)) {
      if (ect.isPresent()
          && Environments.contains(added.environment(), ect.get().environment())
          && leadsToMe(added)) {
        List<Origin> by =
            appraisal.derivations(added).stream().map(Derivation::origin).distinct().toList();
        for (Element element : added.elements()) {
          endorsements.add(new EndorsementView(measurement(element), by));
        }
      }
    }
    return endorsements;
  }

  private static Measurement measurement(Element element) {
    return element
        .id()
        .map(id -> Measurement.of(id, element.claims()))
        .orElseGet(() -> Measurement.of(element.claims()));
  }

  /** Returns whether {@code ect} was added because of this evidence, over any number of triples. */
  private boolean leadsToMe(Ect added) {
    Set<Ect> seen = new HashSet<>();
    Deque<Ect> open = new ArrayDeque<>(List.of(added));
    while (!open.isEmpty()) {
      for (Derivation derivation : appraisal.derivations(open.pop())) {
        for (Ect from : derivation.from()) {
          if (isMine(from)) {
            return true;
          }
          if (seen.add(from)) {
            open.push(from);
          }
        }
      }
    }
    return false;
  }

  private boolean isKnownBy(Predicate<Authority> signers) {
    return ect.isPresent()
        && store.hasReferenceValues(ect.get().environment(), appraisal.time(), signers);
  }
}
