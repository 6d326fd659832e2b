package org.rats4j.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;

/** The rules that profiles have for submodules; claims-sets inside each other are one token. */
final class SubmoduleChecks {
  private SubmoduleChecks() {}

  /** Refuses digests of detached claims, without which there is no bundle. */
  static List<Finding> noDigests(EatClaims claims) {
    return refuse(claims, SubmoduleDigest.class::isInstance, "detached claims are not allowed");
  }

  /** Refuses nested tokens of other encodings. */
  static ClaimsCheck nestedIn(Set<Encoding> encodings) {
    return claims ->
        refuse(
            claims,
            part ->
                part instanceof NestedToken token && !encodings.contains(token.form().encoding()),
            "nested tokens must be in " + encodings);
  }

  private static List<Finding> refuse(
      EatClaims claims, Predicate<Submodule> refused, String message) {
    List<Finding> findings = new ArrayList<>();
    collect(claims, "", refused, message, findings);
    return findings;
  }

  private static void collect(
      EatClaims claims,
      String around,
      Predicate<Submodule> refused,
      String message,
      List<Finding> findings) {
    Map<String, Submodule> parts =
        claims.known(Claims.SUBMODULES).map(Submodules::byName).orElse(Map.of());
    parts.forEach(
        (name, part) -> {
          String path = around + Claims.SUBMODULES.name() + "/" + name;
          if (refused.test(part)) {
            findings.add(
                new Finding(EatCodes.PROFILE_CLAIM_VALUE, Finding.Severity.ERROR, path, message));
          }
          if (part instanceof Submodule.ClaimsSet set) {
            collect(set.claims(), path + "/", refused, message, findings);
          }
        });
  }
}
