package org.rats4j.ear;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;

/** What a dialect can say. Who has more to say converts, and gets told what is lost. */
final class DialectRules {
  /** What is of JWT and CWT, and has no setter of its own in the builder. */
  private static final Set<ClaimKey<?>> REGISTERED =
      Set.of(Claims.ISSUER, Claims.SUBJECT, Claims.AUDIENCE, Claims.JWT_ID, Claims.CWT_ID);

  private final EarDialect dialect;
  private final List<String> faults = new ArrayList<>();

  private DialectRules(EarDialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Checks claims that were built.
   *
   * @throws IllegalStateException if the dialect lacks a claim or has it in another form
   */
  static void check(EarClaims claims) {
    DialectRules rules = new DialectRules(claims.dialect());
    rules.checkTop(claims);
    claims.appraisals().forEach(rules::checkAppraisal);
    if (!rules.faults.isEmpty()) {
      throw new IllegalStateException(
          "dialect " + claims.dialect().id() + ": " + String.join("; ", rules.faults));
    }
  }

  private void checkTop(EarClaims claims) {
    require(claims.status().isEmpty() || EarClaim.STATUS.isAtTop(dialect), "no overall status");
    require(claims.topology().isEmpty() || EarClaim.TOPOLOGY.isAtTop(dialect), "no topology");
    claims
        .rawEvidence()
        .ifPresent(
            evidence ->
                require(
                    evidence instanceof RawEvidence.OfRecord == EarForms.hasEvidenceRecord(dialect),
                    "raw evidence in this form"));
    checkNames(claims.extensions(), REGISTERED, "");
  }

  private void checkAppraisal(String label, Appraisal appraisal) {
    Map<EarClaim, Boolean> present =
        Map.of(
            EarClaim.PROFILE, appraisal.profile().isPresent(),
            EarClaim.NONCE, appraisal.evidenceNonce().isPresent(),
            EarClaim.ATTESTER_CLAIMS, !appraisal.attesterClaims().isEmpty(),
            EarClaim.VERIFIER_CLAIMS, !appraisal.verifierClaims().isEmpty(),
            EarClaim.ANNOTATED_EVIDENCE, !appraisal.annotatedEvidence().isEmpty(),
            EarClaim.POLICY_CLAIMS, !appraisal.policyClaims().isEmpty());
    present.forEach(
        (claim, there) ->
            require(
                !there || claim.isInAppraisal(dialect),
                "no " + claim.name(dialect) + " in " + label));
    require(
        appraisal.policyIds().size() < 2 || EarForms.hasPolicyList(dialect),
        "one policy in " + label);
    checkNames(appraisal.extensions(), Set.of(), label + ": ");
  }

  /** An extension that is called like a claim of any dialect would be read as that claim. */
  private void checkNames(ClaimMap extensions, Set<ClaimKey<?>> allowed, String where) {
    for (Label label : extensions.raw().keySet()) {
      require(!isTaken(label), where + "extension is called like the claim " + label);
    }
    for (ClaimKey<?> key : extensions.values().keySet()) {
      boolean taken =
          !allowed.contains(key)
              && Stream.of(Encoding.values())
                  .flatMap(encoding -> key.labelIn(encoding).stream())
                  .anyMatch(DialectRules::isTaken);
      require(!taken, where + "extension is called like the claim " + key.name());
    }
  }

  private static boolean isTaken(Label label) {
    return ClaimTable.findName(label) != null || ClaimTable.findNumber(label) != null;
  }

  private void require(boolean condition, String fault) {
    if (!condition) {
      faults.add(fault);
    }
  }
}
