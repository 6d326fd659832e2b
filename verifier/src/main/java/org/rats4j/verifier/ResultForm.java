package org.rats4j.verifier;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.DecodingException;
import org.rats4j.core.MediaType;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.ear.Appraisal;
import org.rats4j.ear.Ar4siValue;
import org.rats4j.ear.Category;
import org.rats4j.ear.ClaimMap;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarBuilder;
import org.rats4j.ear.EarClaims;
import org.rats4j.ear.KeyAttestation;
import org.rats4j.ear.RawEvidence;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.TrustVector;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.EatClaims;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.evidence.FailedComponent;
import org.rats4j.verifier.policy.ElementView;

/** Says as attestation result what a verifier thinks. */
final class ResultForm {
  private static final MediaType UNKNOWN_TYPE = MediaType.of("application/octet-stream");
  private static final String EXTENSION = "rats4j";

  private final VerifierId id;
  private final Clock clock;
  private final Duration lifetime;
  private final boolean rawEvidence;
  private final boolean attesterClaims;

  ResultForm(
      VerifierId id, Clock clock, Duration lifetime, boolean rawEvidence, boolean attesterClaims) {
    this.id = id;
    this.clock = clock;
    this.lifetime = lifetime;
    this.rawEvidence = rawEvidence;
    this.attesterClaims = attesterClaims;
  }

  EarClaims of(
      AppraisalRequest request, List<ComponentResult> components, List<FailedComponent> failed) {
    EarBuilder ear = Ear.builder().verifierId(id).clock(clock).lifetime(lifetime);
    request.resultNonce().ifPresent(ear::nonce);
    if (rawEvidence) {
      ear.rawEvidence(
          RawEvidence.of(
              CmwRecord.of(request.type().orElse(UNKNOWN_TYPE), request.evidence())
                  .withIndicator(CmwIndicator.EVIDENCE)));
    }
    Map<String, List<String>> parts = new LinkedHashMap<>();
    for (ComponentResult component : components) {
      ear.submod(component.label(), appraisal(component));
      component
          .component()
          .evidence()
          .parent()
          .ifPresent(
              parent ->
                  parts.computeIfAbsent(parent, any -> new ArrayList<>()).add(component.label()));
    }
    for (FailedComponent part : failed) {
      ear.submod(part.label(), appraisal(part));
      if (!part.parent().isEmpty()) {
        parts.computeIfAbsent(part.parent(), any -> new ArrayList<>()).add(part.label());
      }
    }
    parts.forEach(ear::topology);
    ear.status(status(components, failed));
    return ear.build();
  }

  /** What AR4SI has for evidence whose cryptographic validation failed, or that is not known. */
  static TrustVector vector(FailedComponent part) {
    int claim = part.isOfUnknownKind() ? Ar4siValue.UNEXPECTED_EVIDENCE : Ar4siValue.CRYPTO_FAILED;
    TrustVector.Builder vector = TrustVector.builder();
    Category.ALL.forEach(category -> vector.set(category, claim));
    return vector.build();
  }

  private static Appraisal appraisal(FailedComponent part) {
    Map<String, JsonValue> failure = new LinkedHashMap<>();
    failure.put("failure", new JsonString(part.failure().code()));
    return Appraisal.builder()
        .vector(vector(part))
        .verifierClaims(ClaimMap.builder().put(EXTENSION, new JsonObject(failure)).build())
        .build();
  }

  /**
   * The worst status; but nobody affirms the whole if a part of it is such that no policy says
   * anything of it, which in the order of AR4SI is no bad sign.
   */
  private static TrustTier status(List<ComponentResult> components, List<FailedComponent> failed) {
    TrustTier worst = TrustTier.NONE;
    boolean all = true;
    List<TrustTier> tiers = new ArrayList<>();
    components.forEach(component -> tiers.add(component.status()));
    failed.forEach(part -> tiers.add(vector(part).worst()));
    for (TrustTier tier : tiers) {
      worst = worst.worse(tier);
      all &= tier != TrustTier.NONE;
    }
    return worst == TrustTier.AFFIRMING && !all ? TrustTier.NONE : worst;
  }

  private Appraisal appraisal(ComponentResult result) {
    EvidenceComponent evidence = result.component().evidence();
    Appraisal.Builder appraisal = Appraisal.builder().vector(result.vector());
    result.policyIds().forEach(appraisal::policyId);
    evidence.nonce().ifPresent(appraisal::evidenceNonce);
    evidence.attestedKey().map(KeyAttestation::of).ifPresent(appraisal::keyAttestation);
    if (attesterClaims && !evidence.claims().members().isEmpty()) {
      appraisal.attesterClaims(attesterClaims(evidence));
    }
    ClaimMap.Builder own = ClaimMap.builder().put(EXTENSION, summary(result));
    result.verifierClaims().forEach(own::put);
    return appraisal.verifierClaims(own.build()).build();
  }

  private static ClaimMap attesterClaims(EvidenceComponent evidence) {
    ClaimMap.Builder claims = ClaimMap.builder();
    Map<String, JsonValue> named = new LinkedHashMap<>(evidence.claims().members());
    for (ClaimKey<?> key : evidence.keys()) {
      if (evidence.token().isPresent() && put(key, evidence.token().get(), claims)) {
        named.remove(key.name());
      }
    }
    named.forEach(claims::put);
    return claims.build();
  }

  private static <T> boolean put(ClaimKey<T> key, EatClaims token, ClaimMap.Builder into) {
    try {
      Optional<T> value = token.get(key);
      value.ifPresent(present -> into.put(key, present));
      return value.isPresent();
    } catch (DecodingException e) {
      return false; // as the handler has it, under its name
    }
  }

  /** How the key was found, and how many measurements reference values vouch for. */
  private static JsonObject summary(ComponentResult result) {
    List<ElementView> elements = result.component().elements();
    long good = elements.stream().filter(ElementView::isCorroborated).count();
    Map<String, JsonValue> summary = new LinkedHashMap<>();
    summary.put("key-source", new JsonString(result.component().keySource().wireName()));
    summary.put("measurements", JsonNumber.of(elements.size()));
    summary.put("corroborated", JsonNumber.of(good));
    return new JsonObject(summary);
  }
}
