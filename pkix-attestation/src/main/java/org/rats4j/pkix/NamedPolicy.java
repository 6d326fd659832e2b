package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.rats4j.core.Finding;

/** A policy of a name and a rule. */
final class NamedPolicy implements EvidencePolicy {
  private final String name;
  private final BiConsumer<Evidence, List<Finding>> rule;

  NamedPolicy(String name, BiConsumer<Evidence, List<Finding>> rule) {
    this.name = Objects.requireNonNull(name, "name");
    this.rule = rule;
  }

  /** Returns a policy over one claim of each key in scope. */
  static <T> EvidencePolicy ofKey(
      String name,
      KeyScope scope,
      String claim,
      Function<KeyElement, Optional<T>> view,
      Predicate<T> demand) {
    return new NamedPolicy(
        name,
        (evidence, findings) -> {
          List<KeyElement> keys = scope.select(evidence.tbs());
          if (keys.isEmpty()) {
            findings.add(PolicyFindings.absent(name, TbsReader.ELEMENTS, "no such key"));
          }
          for (KeyElement key : keys) {
            check(name, key.path(), claim, view.apply(key), demand, findings);
          }
        });
  }

  /** Returns a policy over the platform element, which has to be there. */
  static EvidencePolicy ofPlatform(String name, BiConsumer<PlatformElement, List<Finding>> rule) {
    return new NamedPolicy(
        name,
        (evidence, findings) -> {
          Optional<PlatformElement> platform = evidence.tbs().platform();
          if (platform.isEmpty()) {
            findings.add(PolicyFindings.absent(name, "platform", "platform element"));
          } else {
            rule.accept(platform.get(), findings);
          }
        });
  }

  static <T> void check(
      String name,
      String path,
      String claim,
      Optional<T> value,
      Predicate<T> demand,
      List<Finding> findings) {
    if (value.isEmpty()) {
      findings.add(PolicyFindings.absent(name, path, claim));
    } else if (!demand.test(value.get())) {
      findings.add(PolicyFindings.mismatch(name, path, claim));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Finding> check(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    rule.accept(evidence, findings);
    return List.copyOf(findings);
  }

  @Override
  public String toString() {
    return name;
  }
}
