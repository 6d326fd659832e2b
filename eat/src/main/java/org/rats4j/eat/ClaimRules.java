package org.rats4j.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;

/**
 * The rules between the claims of one set (RFC 9711, section 4.2); no set inherits from another.
 */
final class ClaimRules {
  private static final List<Map.Entry<ClaimKey<?>, ClaimKey<?>>> COMPANIONS =
      List.of(
          Map.entry(Claims.HARDWARE_MODEL, Claims.OEM_ID),
          Map.entry(Claims.HARDWARE_VERSION, Claims.HARDWARE_MODEL),
          Map.entry(Claims.SOFTWARE_VERSION, Claims.SOFTWARE_NAME),
          Map.entry(Claims.OEM_BOOT, Claims.OEM_ID));

  private static final Label JWT_NONCE = Label.of("nonce");

  private ClaimRules() {}

  static List<Finding> findings(EatClaims claims) {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<ClaimKey<?>, ClaimKey<?>> rule : COMPANIONS) {
      if (claims.has(rule.getKey()) && !claims.has(rule.getValue())) {
        findings.add(missing(rule.getKey(), rule.getValue(), ""));
      }
    }
    if (!claims.has(Claims.OEM_ID) && isPermanentlyDisabled(claims)) {
      findings.add(missing(Claims.DEBUG_STATUS, Claims.OEM_ID, " disabled-permanently"));
    }
    if (!claims.unknown().isEmpty()) {
      addUnknown(claims, findings);
    }
    return findings;
  }

  private static boolean isPermanentlyDisabled(EatClaims claims) {
    return claims
        .known(Claims.DEBUG_STATUS)
        .filter(DebugStatus.DISABLED_PERMANENTLY::equals)
        .isPresent();
  }

  private static void addUnknown(EatClaims claims, List<Finding> findings) {
    RawClaim nonce = claims.unknown().get(JWT_NONCE);
    if (nonce != null && nonce.encoding() == Encoding.JSON) {
      findings.add(
          new Finding(
              EatCodes.DISCOURAGED_CLAIM,
              Finding.Severity.WARNING,
              JWT_NONCE.toString(),
              "the claim nonce must not be used; the nonce of a token is eat_nonce"));
    }
    claims.unknown().forEach((label, raw) -> jsonName(label, raw).ifPresent(findings::add));
  }

  /** Returns the findings of {@code claims} and of the claims-sets among its submodules. */
  static List<Finding> findingsAtAllLevels(EatClaims claims) {
    List<Finding> own = findings(claims);
    Optional<Submodules> submodules = claims.known(Claims.SUBMODULES);
    if (submodules.isEmpty()) {
      return own;
    }
    submodules
        .get()
        .byName()
        .forEach(
            (name, submodule) -> {
              if (submodule instanceof Submodule.ClaimsSet set && set.claims().hasRuleFindings()) {
                String path = ClaimPaths.submodule("", name);
                own.addAll(ClaimPaths.inside(path, set.claims().ruleFindings()));
              }
            });
    return own;
  }

  private static Optional<Finding> jsonName(Label label, RawClaim raw) {
    boolean misplaced =
        raw.encoding() == Encoding.CBOR
            && label instanceof Label.OfText
            && ClaimRegistry.EAT.find(Encoding.JSON, label).isPresent();
    return misplaced
        ? Optional.of(
            new Finding(
                EatCodes.JSON_NAME_IN_CBOR,
                Finding.Severity.WARNING,
                label.toString(),
                "CBOR has integer labels only; the text is an unknown claim"))
        : Optional.empty();
  }

  private static Finding missing(ClaimKey<?> claim, ClaimKey<?> companion, String value) {
    return new Finding(
        EatCodes.COMPANION_MISSING,
        Finding.Severity.WARNING,
        claim.name(),
        claim.name() + value + " needs " + companion.name());
  }
}
