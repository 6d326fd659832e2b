package org.rats4j.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Finding;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.appraisal.Derivation;
import org.rats4j.corim.appraisal.Ect;
import org.rats4j.corim.appraisal.Mismatch;
import org.rats4j.corim.appraisal.NearEnvironments;
import org.rats4j.corim.appraisal.Origin;
import org.rats4j.corim.appraisal.Outcome;
import org.rats4j.ear.Category;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.evidence.FailedComponent;
import org.rats4j.verifier.policy.ElementView;
import org.rats4j.verifier.policy.EndorsementView;

/** How a result came about, as JSON. */
final class Audit {
  private static final int LISTED = 1000;

  private Audit() {}

  static JsonObject json(AttestationResult result) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("status", text(result.status().wireName()));
    json.put("time", text(result.appraisal().time()));
    json.put("options", text(result.appraisal().options()));
    json.put("components", array(result.components().stream().map(Audit::component).toList()));
    json.put("failed", array(result.failed().stream().map(Audit::failed).toList()));
    json.put("accepted", array(accepted(result)));
    json.put(
        "unknown-environments",
        array(result.appraisal().unknownEnvironments().stream().map(Audit::unknown).toList()));
    outcomes(result.appraisal().outcomes(), json);
    json.put(
        "left-out", array(result.appraisal().diagnostics().stream().map(Audit::finding).toList()));
    return new JsonObject(json);
  }

  /** Puts all triples that matched, and of the others the first. */
  private static void outcomes(List<Outcome> outcomes, Map<String, JsonValue> json) {
    List<JsonValue> listed = new ArrayList<>();
    int missed = 0;
    for (Outcome outcome : outcomes) {
      boolean matched = outcome.result() == Outcome.Result.MATCHED;
      missed += matched ? 0 : 1;
      if (matched || missed <= LISTED) {
        listed.add(outcome(outcome));
      }
    }
    json.put("triples", array(listed));
    json.put("triples-not-listed", JsonNumber.of(Math.max(0, missed - LISTED)));
  }

  private static JsonValue component(ComponentResult result) {
    EvidenceComponent evidence = result.component().evidence();
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("label", text(result.label()));
    json.put("status", text(result.status().wireName()));
    json.put("key-source", text(evidence.keySource().wireName()));
    json.put("authority", array(evidence.authority().stream().map(Audit::text).toList()));
    evidence
        .environment()
        .ifPresent(environment -> json.put("environment", text(Shown.environment(environment))));
    Map<String, JsonValue> claims = new LinkedHashMap<>();
    for (Map.Entry<Category, Integer> claim : result.vector().claims().entrySet()) {
      Map<String, JsonValue> one = new LinkedHashMap<>();
      one.put("value", JsonNumber.of(claim.getValue()));
      one.put("by", text(result.reasons().getOrDefault(claim.getKey(), "")));
      claims.put(claim.getKey().wireName(), new JsonObject(one));
    }
    json.put("claims", new JsonObject(claims));
    json.put("policies", array(result.policyIds().stream().map(Audit::text).toList()));
    json.put(
        "measurements",
        array(result.component().elements().stream().map(Audit::measurement).toList()));
    json.put(
        "endorsements",
        array(result.component().endorsements().stream().map(Audit::endorsement).toList()));
    json.put("findings", array(evidence.findings().stream().map(Audit::finding).toList()));
    return new JsonObject(json);
  }

  private static JsonValue measurement(ElementView element) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("key", text(element.key()));
    json.put("values", text(Shown.measurement(element.measurement())));
    json.put("corroborated", new JsonBoolean(element.isCorroborated()));
    json.put(
        "code-points",
        array(
            element.corroborated().stream()
                .map(Object::toString)
                .sorted()
                .map(Audit::text)
                .toList()));
    json.put("by", array(element.by().stream().map(Audit::origin).toList()));
    return new JsonObject(json);
  }

  private static JsonValue endorsement(EndorsementView endorsement) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("key", text(endorsement.key()));
    json.put("values", text(Shown.measurement(endorsement.measurement())));
    json.put("by", array(endorsement.by().stream().map(Audit::origin).toList()));
    return new JsonObject(json);
  }

  private static JsonValue origin(Origin origin) {
    return text(Shown.origin(origin));
  }

  private static List<JsonValue> accepted(AttestationResult result) {
    List<JsonValue> all = new ArrayList<>();
    for (Ect ect : result.appraisal().acs().entries()) {
      Map<String, JsonValue> json = new LinkedHashMap<>();
      json.put("tuple", text(ect));
      List<JsonValue> because = new ArrayList<>();
      for (Derivation derivation : result.appraisal().derivations(ect)) {
        Map<String, JsonValue> one = new LinkedHashMap<>();
        one.put("triple", text(derivation.origin()));
        one.put("signer", text(derivation.origin().attribution()));
        one.put("from", array(derivation.from().stream().map(Audit::text).toList()));
        because.add(new JsonObject(one));
      }
      json.put("because", array(because));
      all.add(new JsonObject(json));
    }
    return all;
  }

  private static JsonValue failed(FailedComponent part) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("label", text(part.label()));
    json.put("status", text(ResultForm.vector(part).worst().wireName()));
    json.put("code", text(part.failure().code()));
    json.put("path", text(part.failure().path()));
    json.put("message", text(part.failure().detail()));
    return new JsonObject(json);
  }

  private static JsonValue unknown(NearEnvironments unknown) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("environment", text(Shown.environment(unknown.environment())));
    json.put("compared-with-environments", JsonNumber.of(unknown.compared()));
    json.put("compared-with-corims", JsonNumber.of(unknown.corims()));
    json.put("nearest", array(unknown.nearest().stream().map(Audit::near).toList()));
    return new JsonObject(json);
  }

  private static JsonValue near(NearEnvironments.Near near) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("environment", text(Shown.environment(near.environment())));
    json.put("triple", text(near.origin()));
    json.put("signer", text(near.origin().attribution()));
    json.put("differs-in", array(near.differences().stream().map(Audit::text).toList()));
    return new JsonObject(json);
  }

  private static JsonValue outcome(Outcome outcome) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("triple", text(outcome.origin()));
    json.put("signer", text(outcome.origin().attribution()));
    json.put("result", text(outcome.result()));
    json.put("reasons", array(outcome.reasons().stream().map(Audit::mismatch).toList()));
    return new JsonObject(json);
  }

  private static JsonValue mismatch(Mismatch mismatch) {
    List<String> parts = new ArrayList<>(List.of(Shown.mismatch(mismatch)));
    parts.addAll(Shown.values(mismatch.wanted(), mismatch.found()));
    return text(String.join("; ", parts));
  }

  private static JsonValue finding(Finding finding) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("code", text(finding.code()));
    json.put("severity", text(finding.severity()));
    json.put("path", text(finding.path()));
    json.put("message", text(finding.message()));
    return new JsonObject(json);
  }

  private static JsonValue text(Object value) {
    return new JsonString(value.toString());
  }

  private static JsonArray array(List<? extends JsonValue> values) {
    return new JsonArray(List.copyOf(values));
  }
}
