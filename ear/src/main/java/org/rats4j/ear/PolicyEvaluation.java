package org.rats4j.ear;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;

/** One evaluation of a policy: all items, and all reasons. */
final class PolicyEvaluation {
  private final PolicyDemands policy;
  private final EarClaims claims;
  private final List<Finding> findings;
  private final Instant now;
  private final EarDialect dialect;
  private final List<Finding> reasons = new ArrayList<>();

  PolicyEvaluation(PolicyDemands policy, EarClaims claims, List<Finding> findings, Instant now) {
    this.policy = policy;
    this.claims = claims;
    this.findings = findings;
    this.now = now;
    this.dialect = claims.dialect();
  }

  Decision evaluate() {
    checkTiers();
    policy.minSubmods().forEach(this::checkCount);
    policy.categories().forEach(this::checkCategories);
    policy.policyIds().forEach(this::checkPolicyIds);
    checkIdentity();
    checkFreshness();
    checkForm();
    return Decision.of(reasons);
  }

  private void checkTiers() {
    if (!policy.overall().isEmpty()) {
      checkTier(EarClaim.STATUS.name(dialect), claims.effectiveStatus(), policy.overall());
    }
    claims
        .submods()
        .forEach(
            (label, submod) -> {
              if (!policy.allSubmods().isEmpty()) {
                checkTier(path(label, EarClaim.STATUS), submod.status(), policy.allSubmods());
              }
            });
    policy
        .submods()
        .forEach(
            (pattern, tiers) ->
                selected(pattern)
                    .forEach(
                        (label, submod) ->
                            checkTier(path(label, EarClaim.STATUS), submod.status(), tiers)));
  }

  private void checkTier(String path, TrustTier tier, Set<TrustTier> allowed) {
    if (!allowed.contains(tier)) {
      reject(
          PolicyCodes.TIER_NOT_ALLOWED,
          path,
          "status is " + tier.wireName() + ", allowed is " + words(allowed));
    }
  }

  private static String words(Set<TrustTier> tiers) {
    return tiers.stream().sorted().map(TrustTier::wireName).collect(Collectors.joining(" or "));
  }

  /** Returns the submodules that {@code pattern} selects; says so if there is none. */
  private Map<String, Submod> selected(String pattern) {
    Map<String, Submod> selected = matching(pattern);
    if (selected.isEmpty()) {
      reject(PolicyCodes.SUBMOD_MISSING, "submods", "no submodule matches " + Shown.text(pattern));
    }
    return selected;
  }

  private Map<String, Submod> matching(String pattern) {
    Map<String, Submod> matching = new LinkedHashMap<>();
    claims
        .submods()
        .forEach(
            (label, submod) -> {
              if (Glob.matches(pattern, label)) {
                matching.put(label, submod);
              }
            });
    return matching;
  }

  private void checkCount(String pattern, int least) {
    int found = matching(pattern).size();
    if (found < least) {
      reject(
          PolicyCodes.SUBMOD_COUNT,
          "submods",
          found + " submodules match " + Shown.text(pattern) + ", not " + least);
    }
  }

  private void checkCategories(String pattern, Map<Category, CategoryRule> rules) {
    selected(pattern)
        .forEach(
            (label, submod) ->
                rules.forEach((category, rule) -> checkCategory(label, submod, category, rule)));
  }

  private void checkCategory(String label, Submod submod, Category category, CategoryRule rule) {
    int claim = submod instanceof Appraisal appraisal ? appraisal.claim(category) : 0;
    if (rule.allows(claim)) {
      return;
    }
    boolean none = TrustTier.ofClaim(claim) == TrustTier.NONE;
    Ar4siValue value = Ar4siValue.describe(category, claim);
    reject(
        none ? PolicyCodes.CATEGORY_NONE : PolicyCodes.VALUE_NOT_ALLOWED,
        path(label, EarClaim.VECTOR) + "/" + category,
        "claim is " + claim + ": " + value.text());
  }

  private void checkPolicyIds(String pattern, Set<String> ids) {
    selected(pattern)
        .forEach(
            (label, submod) -> {
              boolean all =
                  submod instanceof Appraisal appraisal && appraisal.policyIds().containsAll(ids);
              if (!all) {
                reject(
                    PolicyCodes.POLICY_ID_MISSING,
                    path(label, EarClaim.POLICY_IDS),
                    "not appraised with every policy that is demanded");
              }
            });
  }

  private void checkIdentity() {
    VerifierId verifier = claims.verifierId();
    String path = EarClaim.VERIFIER_ID.name(dialect);
    if (isNotAmong(policy.verifierDevelopers(), verifier.developer())
        || isNotAmong(policy.verifierBuilds(), verifier.build())) {
      reject(PolicyCodes.VERIFIER_NOT_ALLOWED, path, "verifier is " + verifier);
    }
    if (!policy.issuers().isEmpty()
        && claims.issuer().filter(policy.issuers()::contains).isEmpty()) {
      String issuer = claims.issuer().map(Shown::text).orElse("not given");
      reject(PolicyCodes.ISSUER_NOT_ALLOWED, "iss", "issuer is " + issuer);
    }
    policy
        .audience()
        .filter(audience -> !claims.audience().contains(audience))
        .ifPresent(
            audience ->
                reject(PolicyCodes.AUDIENCE_MISMATCH, "aud", "the result is for somebody else"));
  }

  private static boolean isNotAmong(Set<String> allowed, String value) {
    return !allowed.isEmpty() && !allowed.contains(value);
  }

  private void checkFreshness() {
    Duration age = Duration.between(claims.issuedAt(), now);
    policy
        .maxAge()
        .filter(maxAge -> age.compareTo(maxAge) > 0)
        .ifPresent(
            maxAge ->
                reject(
                    PolicyCodes.TOO_OLD,
                    "iat",
                    age.toSeconds() + " s old, allowed are " + maxAge.toSeconds() + " s"));
    if (policy.requireExpiry() && claims.expiresAt().isEmpty()) {
      reject(PolicyCodes.EXPIRY_MISSING, "exp", "the result does not say when it ends");
    }
    policy
        .nonce()
        .ifPresent(
            nonce -> {
              if (claims.nonce().isEmpty()) {
                reject(PolicyCodes.NONCE_MISSING, "eat_nonce", "no nonce");
              } else if (!NonceMatch.contains(claims.nonce().get(), nonce, false)) {
                reject(PolicyCodes.NONCE_MISMATCH, "eat_nonce", "another nonce");
              }
            });
  }

  private void checkForm() {
    if (policy.requireVector()) {
      claims
          .submods()
          .forEach(
              (label, submod) -> {
                if (!(submod instanceof Appraisal appraisal) || appraisal.vector().isEmpty()) {
                  reject(
                      PolicyCodes.VECTOR_MISSING,
                      path(label, EarClaim.VECTOR),
                      "there is no vector");
                }
              });
    }
    if (policy.requireConsistentStatus() && !claims.isConsistent()) {
      reject(
          PolicyCodes.STATUS_INCONSISTENT,
          EarClaim.STATUS.name(dialect),
          "a status is better than what it sums up");
    }
    policy
        .allowedFindings()
        .ifPresent(
            allowed ->
                findings.stream()
                    .filter(finding -> !allowed.contains(finding.code()))
                    .forEach(
                        finding ->
                            reject(
                                PolicyCodes.FINDING_NOT_ALLOWED,
                                finding.path(),
                                finding.code() + ": " + finding.message())));
  }

  private String path(String label, EarClaim claim) {
    return "submods/" + Shown.step(label) + "/" + claim.name(dialect);
  }

  private void reject(String code, String path, String message) {
    reasons.add(new Finding(code, Severity.ERROR, path, message));
  }
}
