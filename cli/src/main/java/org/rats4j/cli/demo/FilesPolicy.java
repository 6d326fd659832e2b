package org.rats4j.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.ear.Category;
import org.rats4j.ear.TrustVector;
import org.rats4j.verifier.policy.AppraisalPolicy;
import org.rats4j.verifier.policy.AppraisedComponent;
import org.rats4j.verifier.policy.ElementView;
import org.rats4j.verifier.policy.Judgement;

/** A policy in Java: every recorded file has to be there as it was recorded, and no other one. */
final class FilesPolicy implements AppraisalPolicy {
  private static final int RECOGNIZED_INSTANCE = 2;
  private static final int APPROVED_RUNTIME = 2;
  private static final int UNRECOGNIZED_RUNTIME = 33;
  private static final int CONTRAINDICATED_RUNTIME = 96;

  private final SortedSet<String> recorded;

  /** Creates a policy for these files. */
  FilesPolicy(SortedSet<String> recorded) {
    this.recorded = new TreeSet<>(recorded);
  }

  /** Returns how many files are recorded. */
  int size() {
    return recorded.size();
  }

  @Override
  public String id() {
    return "tag:rats4j.org,2026:demo/files-as-built";
  }

  @Override
  public Judgement judge(AppraisedComponent component) {
    if (!isRuntime(component)) {
      return new Judgement(TrustVector.builder().build(), Map.of());
    }
    Comparison files = compare(component);
    return new Judgement(
        TrustVector.builder()
            .set(Category.INSTANCE_IDENTITY, RECOGNIZED_INSTANCE)
            .set(Category.EXECUTABLES, executables(files))
            .build(),
        Map.of(Category.EXECUTABLES, files.notRecorded().size() + " files are not as built"));
  }

  @Override
  public Map<String, JsonValue> verifierClaims(AppraisedComponent component) {
    if (!isRuntime(component)) {
      return Map.of();
    }
    Comparison files = compare(component);
    Map<String, JsonValue> claims = new LinkedHashMap<>();
    put(claims, DemoClaims.SAME.name(), files.same());
    put(claims, DemoClaims.CHANGED.name(), files.changed());
    put(claims, DemoClaims.UNKNOWN.name(), files.unknown());
    put(claims, DemoClaims.MISSING.name(), files.missing());
    return claims;
  }

  private static boolean isRuntime(AppraisedComponent component) {
    return component.label().equals(Verifier.LABEL);
  }

  private static void put(Map<String, JsonValue> claims, String name, List<String> files) {
    if (!files.isEmpty()) {
      claims.put(name, new JsonArray(files.stream().<JsonValue>map(JsonString::new).toList()));
    }
  }

  private static int executables(Comparison files) {
    if (!files.changed().isEmpty() || !files.missing().isEmpty()) {
      return CONTRAINDICATED_RUNTIME;
    }
    return files.unknown().isEmpty() ? APPROVED_RUNTIME : UNRECOGNIZED_RUNTIME;
  }

  Comparison compare(AppraisedComponent component) {
    List<String> same = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    TreeSet<String> missing = new TreeSet<>(recorded);
    for (ElementView element : component.elements()) {
      if (element.key().startsWith(Attester.FILE)) {
        String file = element.key().substring(Attester.FILE.length());
        missing.remove(file);
        List<String> list =
            element.isCorroborated() ? same : recorded.contains(file) ? changed : unknown;
        list.add(file);
      }
    }
    return new Comparison(same, changed, unknown, List.copyOf(missing));
  }
}
