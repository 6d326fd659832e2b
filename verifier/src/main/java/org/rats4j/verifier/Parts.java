package org.rats4j.verifier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.rats4j.core.DecodingException;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.verifier.evidence.EvidenceCodes;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.evidence.EvidenceContext;
import org.rats4j.verifier.evidence.FailedComponent;
import org.rats4j.verifier.store.EndorsementStore;

/** The parts of one piece of evidence: those that were verified, and those that could not be. */
final class Parts {
  private final List<EvidenceComponent> components = new ArrayList<>();
  private final List<FailedComponent> failed = new ArrayList<>();
  private final boolean reportFailures;

  Parts(boolean reportFailures) {
    this.reportFailures = reportFailures;
  }

  /** Returns whom to tell of parts that cannot be verified; nobody if that refuses the whole. */
  Optional<Consumer<FailedComponent>> failures() {
    return reportFailures ? Optional.of(failed::add) : Optional.empty();
  }

  List<EvidenceComponent> components() {
    return components;
  }

  List<FailedComponent> failed() {
    return failed;
  }

  /** Adds what the handler of {@code part} says of it. */
  void verify(Unwrapping.Part part, EvidenceContext context)
      throws DecodingException, VerificationException {
    String label = part.message().label();
    if (!reportFailures) {
      add(label, part.handler().verify(part.message(), context));
      return;
    }
    List<FailedComponent> inner = new ArrayList<>();
    try {
      List<EvidenceComponent> found =
          part.handler().verify(part.message(), context.withFailures(inner::add));
      boolean alone = found.size() + inner.size() == 1;
      addFailed(label, inner);
      add(label, alone, found);
    } catch (DecodingException | VerificationException e) {
      if (label.isEmpty() || isFaultOfVerifier(e)) {
        throw e;
      }
      failed.add(new FailedComponent(label, "", e));
    }
  }

  /** What the evidence is not to blame for is no result. */
  private static boolean isFaultOfVerifier(RatsException e) {
    return e.code().equals(EndorsementStore.STORE_FAILED);
  }

  private void add(String label, List<EvidenceComponent> found) {
    add(label, found.size() == 1, found);
  }

  /** Puts what a handler says under the label of its message. */
  private void add(String label, boolean alone, List<EvidenceComponent> found) {
    if (label.isEmpty()) {
      components.addAll(found);
      return;
    }
    for (EvidenceComponent component : found) {
      EvidenceComponent.Builder builder = component.toBuilder();
      builder.label(alone ? label : label + "/" + component.label());
      component.parent().ifPresent(parent -> builder.parent(label + "/" + parent));
      components.add(builder.build());
    }
  }

  private void addFailed(String label, List<FailedComponent> found)
      throws DecodingException, VerificationException {
    String prefix = label.isEmpty() ? "" : label + "/";
    for (FailedComponent one : found) {
      if (isFaultOfVerifier(one.failure())) {
        throwAgain(one.failure());
      }
      String parent = one.parent().isEmpty() ? "" : prefix + one.parent();
      failed.add(new FailedComponent(prefix + one.label(), parent, one.failure()));
    }
  }

  /** Nobody may stand for another part, and a result of nothing would say nothing. */
  void check() throws DecodingException, VerificationException {
    if (components.isEmpty()) {
      if (!failed.isEmpty()) {
        throwAgain(failed.get(0).failure());
      }
      throw VerificationException.of(
          Reason.UNPROTECTED,
          EvidenceCodes.COMPONENT_NOT_VERIFIED,
          "",
          "evidence in which there is no component");
    }
    Set<String> labels = new HashSet<>();
    for (EvidenceComponent component : components) {
      check(component.label(), labels);
    }
    for (FailedComponent component : failed) {
      check(component.label(), labels);
    }
  }

  private static void throwAgain(RatsException failure)
      throws DecodingException, VerificationException {
    if (failure instanceof DecodingException decoding) {
      throw decoding;
    } else if (failure instanceof VerificationException verification) {
      throw verification;
    }
  }

  private static void check(String label, Set<String> labels) throws VerificationException {
    if (!labels.add(label)) {
      throw VerificationException.of(
          Reason.PROTOCOL_VIOLATION,
          EvidenceCodes.COMPONENT_LABEL_TWICE,
          label,
          "two components under one label");
    }
  }
}
