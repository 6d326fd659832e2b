package org.rats4j.ear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;
import org.rats4j.eat.RawClaim;

/** One conversion between dialects. */
final class DialectConversion {
  private final EarDialect source;
  private final EarDialect target;
  private final String profile;
  private final @Nullable MediaType evidenceType;
  private final List<Finding> changes = new ArrayList<>();

  DialectConversion(
      EarDialect source, EarDialect target, String profile, @Nullable MediaType evidenceType) {
    this.source = source;
    this.target = target;
    this.profile = profile;
    this.evidenceType = evidenceType;
  }

  ConvertedEar convert(EarClaims claims) {
    EarClaims converted = convert(claims, "");
    return new ConvertedEar(converted, changes);
  }

  private EarClaims convert(EarClaims claims, String path) {
    EarBuilder into = claims.toBuilder();
    into.dialect = target;
    into.profile = profile;
    if (into.status != null && !EarClaim.STATUS.isAtTop(target)) {
      into.status = null;
      lost(EarCodes.NOT_REPRESENTABLE, path, EarClaim.STATUS);
    }
    if (!into.topology.isEmpty() && !EarClaim.TOPOLOGY.isAtTop(target)) {
      into.topology = Map.of();
      lost(EarCodes.NOT_REPRESENTABLE, path, EarClaim.TOPOLOGY);
    }
    into.rawEvidence = claims.rawEvidence().map(raw -> convert(raw, path)).orElse(null);
    into.extensions = keepOpaque(claims.extensions(), path, true);
    into.submods.clear();
    claims
        .submods()
        .forEach(
            (label, submod) ->
                into.submods.put(
                    label, convert(submod, path + "submods/" + Shown.step(label) + "/")));
    return into.received(List.of());
  }

  private @Nullable RawEvidence convert(RawEvidence evidence, String path) {
    boolean asRecord = EarForms.hasEvidenceRecord(target);
    if (evidence instanceof RawEvidence.OfRecord == asRecord) {
      return evidence;
    }
    if (!asRecord) {
      lost(EarCodes.RAW_EVIDENCE_TYPE_DROPPED, path, EarClaim.RAW_EVIDENCE);
      return RawEvidence.of(evidence.value());
    }
    if (evidence.value().isEmpty()) {
      lost(EarCodes.NOT_REPRESENTABLE, path, EarClaim.RAW_EVIDENCE);
      return null;
    }
    if (evidenceType == null) {
      // The one change that is not about what the source says, so it has the name of the target.
      changes.add(
          new Finding(
              EarCodes.RAW_EVIDENCE_TYPE_UNKNOWN,
              Severity.INFO,
              path + EarClaim.RAW_EVIDENCE.name(target),
              "the type of the evidence is not known"));
    }
    MediaType type = evidenceType != null ? evidenceType : MediaType.of("application/octet-stream");
    return RawEvidence.of(CmwRecord.of(type, evidence.value()));
  }

  private Submod convert(Submod submod, String path) {
    if (submod instanceof Appraisal appraisal) {
      return convert(appraisal, path);
    }
    return submod instanceof NestedEar nested
        ? new NestedEar(convert(nested.claims(), path))
        : submod;
  }

  private Appraisal convert(Appraisal appraisal, String path) {
    Appraisal.Builder into = appraisal.toBuilder();
    boolean hasProfile = EarClaim.PROFILE.isInAppraisal(target);
    if (!hasProfile) {
      appraisal.profile().ifPresent(id -> lost(EarCodes.NOT_REPRESENTABLE, path, EarClaim.PROFILE));
      appraisal
          .evidenceNonce()
          .ifPresent(nonce -> lost(EarCodes.NOT_REPRESENTABLE, path, EarClaim.NONCE));
      into.withoutProfileAndNonce();
    }
    if (appraisal.policyIds().size() > 1 && !EarForms.hasPolicyList(target)) {
      into.policyIds(appraisal.policyIds().subList(0, 1));
      lost(EarCodes.POLICY_IDS_TRUNCATED, path, EarClaim.POLICY_IDS);
    }
    Map<EarClaim, ClaimMap> maps = claimMaps(appraisal);
    ClaimMap.Builder extensions = keepOpaque(appraisal.extensions(), path, false).toBuilder();
    move(EarClaim.ANNOTATED_EVIDENCE, EarClaim.ATTESTER_CLAIMS, maps, extensions, path);
    move(EarClaim.POLICY_CLAIMS, EarClaim.VERIFIER_CLAIMS, maps, extensions, path);
    return into.annotatedEvidence(claims(maps, EarClaim.ANNOTATED_EVIDENCE))
        .policyClaims(claims(maps, EarClaim.POLICY_CLAIMS))
        .attesterClaims(claims(maps, EarClaim.ATTESTER_CLAIMS))
        .verifierClaims(claims(maps, EarClaim.VERIFIER_CLAIMS))
        .extensions(extensions.build())
        .received();
  }

  private static ClaimMap claims(Map<EarClaim, ClaimMap> maps, EarClaim claim) {
    return maps.getOrDefault(claim, ClaimMap.EMPTY);
  }

  /** Returns the four maps of claims, those included that the source did not know as such. */
  private static Map<EarClaim, ClaimMap> claimMaps(Appraisal appraisal) {
    Map<EarClaim, ClaimMap> maps = new LinkedHashMap<>();
    maps.put(EarClaim.ANNOTATED_EVIDENCE, appraisal.annotatedEvidence());
    maps.put(EarClaim.POLICY_CLAIMS, appraisal.policyClaims());
    maps.put(EarClaim.ATTESTER_CLAIMS, appraisal.attesterClaims());
    maps.put(EarClaim.VERIFIER_CLAIMS, appraisal.verifierClaims());
    appraisal
        .extensions()
        .raw()
        .forEach(
            (label, raw) -> {
              EarClaim claim = claimOf(label, raw);
              if (claim != null && maps.containsKey(claim) && claims(maps, claim).isEmpty()) {
                RawClaims.asMap(raw).ifPresent(map -> maps.put(claim, map));
              }
            });
    maps.values().removeIf(ClaimMap::isEmpty);
    return maps;
  }

  /** Moves claims between their older and their newer name, as the target has it. */
  private void move(
      EarClaim older,
      EarClaim newer,
      Map<EarClaim, ClaimMap> maps,
      ClaimMap.Builder extensions,
      String path) {
    boolean toNewer = newer.isInAppraisal(target);
    EarClaim from = toNewer ? older : newer;
    EarClaim to = toNewer ? newer : older;
    ClaimMap moved = maps.remove(from);
    if (moved == null) {
      return;
    }
    if (maps.containsKey(to)) {
      // Attester and verifier claims win. The older claim stays where that is another name.
      lost(EarCodes.NOT_REPRESENTABLE, path, older);
      if (toNewer) {
        RawClaim legacy = RawClaims.ofMap(moved);
        extensions.put(older.label(legacy.encoding(), target), legacy);
      } else {
        maps.put(to, withTextKeys(moved, path, from));
      }
      return;
    }
    changed(toNewer ? EarCodes.MAPPED_FROM_LEGACY : EarCodes.MAPPED_TO_LEGACY, path, from);
    maps.put(to, toNewer ? moved : withTextKeys(moved, path, from));
  }

  /** Older dialects have text keys only. */
  private ClaimMap withTextKeys(ClaimMap claims, String path, EarClaim from) {
    ClaimMap.Builder texts = ClaimMap.builder();
    claims.values().keySet().forEach(key -> RawClaims.copy(key, claims, texts));
    claims
        .raw()
        .forEach(
            (label, raw) -> {
              if (!(label instanceof Label.OfInteger)) {
                texts.put(label, raw);
                return;
              }
              String step = "/" + Shown.step(label.toString());
              Label text = Label.of(label.toString());
              if (claims.contains(text)) {
                lost(EarCodes.NOT_REPRESENTABLE, path, from, step);
              } else {
                lost(EarCodes.KEY_TYPE_CHANGED, path, from, step);
                texts.put(text, raw);
              }
            });
    return texts.build();
  }

  /**
   * Keeps claims that the source does not know, except those that the target would read as a claim
   * or refuse as a second spelling of one.
   */
  private ClaimMap keepOpaque(ClaimMap claims, String path, boolean top) {
    ClaimMap.Builder kept = ClaimMap.builder();
    claims.values().keySet().forEach(key -> RawClaims.copy(key, claims, kept));
    claims
        .raw()
        .forEach(
            (label, raw) -> {
              EarClaim claim = claimOf(label, raw);
              if (claim == null || isStillUnknown(claim, top)) {
                kept.put(label, raw);
              } else if (top || RawClaims.asMap(raw).isEmpty() || !isMapClaim(claim)) {
                lost(EarCodes.NOT_REPRESENTABLE, path, Shown.step(label.toString()));
              }
            });
    return kept.build();
  }

  private boolean isStillUnknown(EarClaim claim, boolean top) {
    boolean known = top ? claim.isAtTop(target) : claim.isInAppraisal(target);
    return !known && source.isDotted() == target.isDotted() && !(isMapClaim(claim) && !top);
  }

  private static boolean isMapClaim(EarClaim claim) {
    return claim == EarClaim.ANNOTATED_EVIDENCE
        || claim == EarClaim.POLICY_CLAIMS
        || claim == EarClaim.ATTESTER_CLAIMS
        || claim == EarClaim.VERIFIER_CLAIMS;
  }

  private static @Nullable EarClaim claimOf(Label label, RawClaim raw) {
    return Optional.ofNullable(ClaimTable.findName(label))
        .orElseGet(() -> raw.encoding() == Encoding.CBOR ? ClaimTable.findNumber(label) : null);
  }

  private void lost(String code, String path, EarClaim claim) {
    lost(code, path, claim, "");
  }

  private void lost(String code, String path, EarClaim claim, String below) {
    lost(code, path, claim.name(source) + below);
  }

  private void lost(String code, String path, String step) {
    changes.add(
        new Finding(code, Severity.WARNING, path + step, "dialect " + target.id() + " lacks it"));
  }

  private void changed(String code, String path, EarClaim claim) {
    changes.add(
        new Finding(
            code, Severity.INFO, path + claim.name(source), "dialect " + target.id() + " differs"));
  }
}
