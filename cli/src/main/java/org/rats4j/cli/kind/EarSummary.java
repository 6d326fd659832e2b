package org.rats4j.cli.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rats4j.cli.report.Summary;
import org.rats4j.cli.report.Summary.Fact;
import org.rats4j.cli.report.Summary.Part;
import org.rats4j.cli.report.Summary.Row;
import org.rats4j.cli.report.Tone;
import org.rats4j.core.DecodingException;
import org.rats4j.ear.Appraisal;
import org.rats4j.ear.Ar4siValue;
import org.rats4j.ear.ClaimMap;
import org.rats4j.ear.EarClaims;
import org.rats4j.ear.KeyAttestation;
import org.rats4j.ear.NestedEar;
import org.rats4j.ear.RawEvidence;
import org.rats4j.ear.Submod;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.TrustVector;
import org.rats4j.eat.Nonce;

/** An attestation result in brief: who says what about whom, with the meanings of AR4SI. */
final class EarSummary {
  private final List<Part> parts = new ArrayList<>();

  private EarSummary() {}

  static Summary of(EarClaims claims) {
    EarSummary summary = new EarSummary();
    summary.addParts(claims, "");
    return new Summary(facts(claims), summary.parts);
  }

  private static List<Fact> facts(EarClaims claims) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("dialect", claims.dialect().id() + " (" + claims.profile() + ")"));
    facts.add(
        new Fact(
            "status",
            claims.effectiveStatus().wireName()
                + (claims.status().isPresent() ? "" : " (the worst of the submodules)"),
            tone(claims.effectiveStatus())));
    facts.add(
        new Fact(
            "verifier",
            claims.verifierId().developer() + ", build " + claims.verifierId().build()));
    claims.issuer().ifPresent(issuer -> facts.add(new Fact("issuer", issuer)));
    if (!claims.audience().isEmpty()) {
      facts.add(new Fact("audience", String.join(", ", claims.audience())));
    }
    facts.add(new Fact("issued", claims.issuedAt().toString()));
    claims.notBefore().ifPresent(time -> facts.add(new Fact("begins", time.toString())));
    claims.expiresAt().ifPresent(time -> facts.add(new Fact("expires", time.toString())));
    claims
        .nonce()
        .ifPresent(nonces -> nonces.values().forEach(nonce -> facts.add(fact("nonce", nonce))));
    claims.rawEvidence().ifPresent(raw -> facts.add(new Fact("evidence", text(raw))));
    for (Map.Entry<String, List<String>> entry : claims.topology().entrySet()) {
      facts.add(
          new Fact("topology", entry.getKey() + " has " + String.join(", ", entry.getValue())));
    }
    return facts;
  }

  private static Fact fact(String name, Nonce nonce) {
    return new Fact(
        name, nonce.bytes().map(bytes -> bytes.toHex()).orElseGet(() -> nonce.jsonText()));
  }

  private static String text(RawEvidence evidence) {
    String size = evidence.value().size() + " bytes";
    return evidence instanceof RawEvidence.OfRecord record
        ? size + " of " + record.message().type()
        : size;
  }

  private void addParts(EarClaims claims, String above) {
    claims.submods().forEach((label, submod) -> addPart(above + label, submod));
  }

  private void addPart(String title, Submod submod) {
    if (submod instanceof Appraisal appraisal) {
      parts.add(
          new Part(
              title,
              appraisal.status().wireName(),
              tone(appraisal.status()),
              facts(appraisal),
              appraisal.vector().map(EarSummary::rows).orElse(List.of())));
    } else if (submod instanceof NestedEar nested) {
      parts.add(
          new Part(
              title,
              nested.status().wireName(),
              tone(nested.status()),
              facts(nested.claims()),
              List.of()));
      addParts(nested.claims(), title + " / ");
    } else {
      parts.add(
          new Part(
              title,
              "a token of another verifier, not looked at",
              Tone.PLAIN,
              List.of(),
              List.of()));
    }
  }

  private static List<Fact> facts(Appraisal appraisal) {
    List<Fact> facts = new ArrayList<>();
    appraisal.profile().ifPresent(profile -> facts.add(new Fact("profile", profile.toString())));
    appraisal.policyIds().forEach(id -> facts.add(new Fact("policy", id)));
    appraisal
        .evidenceNonce()
        .ifPresent(
            nonces -> nonces.values().forEach(nonce -> facts.add(fact("evidence nonce", nonce))));
    count(facts, "attester claims", appraisal.attesterClaims());
    count(facts, "verifier claims", appraisal.verifierClaims());
    count(facts, "TEEP claims", appraisal.teepClaims());
    count(facts, "annotated evidence", appraisal.annotatedEvidence());
    count(facts, "policy claims", appraisal.policyClaims());
    appraisal.keyAttestation().ifPresent(key -> facts.add(fact(key)));
    if (appraisal.vector().isEmpty()) {
      facts.add(new Fact("vector", "none: nothing says what the status rests on"));
    }
    return facts;
  }

  private static Fact fact(KeyAttestation attestation) {
    try {
      return new Fact("attested key", attestation.publicKey().getAlgorithm());
    } catch (DecodingException e) {
      return new Fact("attested key", e.detail(), Tone.DOUBTFUL);
    }
  }

  private static void count(List<Fact> facts, String name, ClaimMap claims) {
    if (!claims.isEmpty()) {
      facts.add(new Fact(name, Integer.toString(claims.size())));
    }
  }

  private static List<Row> rows(TrustVector vector) {
    List<Row> rows = new ArrayList<>();
    vector.claims().forEach((category, claim) -> rows.add(row(vector.describe(category))));
    vector
        .unknown()
        .forEach(
            (label, claim) ->
                rows.add(
                    new Row(label.toString(), "?", "unknown", Tone.PLAIN, "no category of AR4SI")));
    return rows;
  }

  private static Row row(Ar4siValue claim) {
    return new Row(
        claim.category().wireName(),
        Integer.toString(claim.value()),
        claim.tier().wireName(),
        tone(claim.tier()),
        claim.symbol().isEmpty() ? claim.text() : claim.text() + " (" + claim.symbol() + ")");
  }

  private static Tone tone(TrustTier tier) {
    return switch (tier) {
      case NONE -> Tone.PLAIN;
      case AFFIRMING -> Tone.GOOD;
      case WARNING -> Tone.DOUBTFUL;
      case CONTRAINDICATED -> Tone.BAD;
    };
  }
}
