package org.rats4j.verifier.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.ear.Category;
import org.rats4j.verifier.evidence.KeySource;

/**
 * The policy of a verifier that is given no other: what is measured has to be as reference values
 * say.
 *
 * <ul>
 *   <li>{@code instance-identity} is affirmed: the signature was verified with a trusted key; of
 *       claims without signature, for which a channel vouches, nothing is said;
 *   <li>{@code executables} are affirmed if reference values vouch for every measurement (of PSA
 *       and CCA: for every software component; of realms: for the initial measurement and all
 *       registers), and get a warning if not, also where there are no reference values at all;
 *   <li>{@code hardware} of PSA and CCA platforms is affirmed if there are reference values for the
 *       implementation, and contraindicated if not;
 *   <li>{@code configuration} of CCA platforms follows the reference values; a lifecycle of PSA or
 *       CCA in which reports deserve no trust is contraindicated, one with debugging, or none at
 *       all, a warning; so is a {@code dbgstat} that says that debug facilities are enabled.
 * </ul>
 */
public final class StandardPolicy {
  /** The name of the policy. */
  public static final String ID = "tag:rats4j.org,2026:policy/standard";

  private static final int APPROVED = 2;
  private static final int UNSAFE_CONFIG = 32;
  private static final int UNRECOGNIZED_RUNTIME = 33;
  private static final int UNSUPPORTABLE_CONFIG = 96;
  private static final int UNRECOGNIZED_HARDWARE = 97;

  private static final Condition PSA = profile("tag:arm.com,2025:psa#1.0.0");
  private static final Condition CCA = profile("tag:arm.com,2025:cca_platform#1.0.0");
  private static final Condition REALM = profile("tag:arm.com,2025:cca_realm#1.0.0");
  private static final String CCA_CONFIG = "cca.platform-config";
  private static final List<String> LIFECYCLES =
      List.of("psa-security-lifecycle", "cca-platform-lifecycle");

  /** The policy. */
  public static final PolicyRules RULES =
      PolicyRules.of(
              ID,
              List.of(
                  Rule.of(
                      new Condition.Key(EnumSet.complementOf(EnumSet.of(KeySource.CHANNEL))),
                      Category.INSTANCE_IDENTITY,
                      APPROVED),
                  Rule.of(corroborated("*"), Category.EXECUTABLES, APPROVED),
                  Rule.of(
                      all(CCA, corroborated("cca.software-component")),
                      Category.EXECUTABLES,
                      APPROVED),
                  Rule.of(
                      all(REALM, corroborated("cca.rim", "cca.rem*")),
                      Category.EXECUTABLES,
                      APPROVED),
                  Rule.of(
                      all(any(PSA, CCA), new Condition.Known(true)), Category.HARDWARE, APPROVED),
                  Rule.of(
                      all(any(PSA, CCA), new Condition.Known(false)),
                      Category.HARDWARE,
                      UNRECOGNIZED_HARDWARE),
                  Rule.of(all(CCA, corroborated(CCA_CONFIG)), Category.CONFIGURATION, APPROVED),
                  Rule.of(
                      all(CCA, new Condition.Not(corroborated(CCA_CONFIG))),
                      Category.CONFIGURATION,
                      UNSAFE_CONFIG),
                  Rule.of(lifecycle("non-rot-debug"), Category.CONFIGURATION, UNSAFE_CONFIG),
                  Rule.of(
                      lifecycle(
                          "unknown",
                          "assembly-and-test",
                          "rot-provisioning",
                          "recoverable-rot-debug",
                          "decommissioned"),
                      Category.CONFIGURATION,
                      UNSUPPORTABLE_CONFIG),
                  Rule.of(
                      all(any(PSA, CCA), new Condition.Not(any(claims(LIFECYCLES)))),
                      Category.CONFIGURATION,
                      UNSAFE_CONFIG),
                  Rule.of(
                      new Condition.Claim(
                          "dbgstat", List.of(new JsonString("enabled"), JsonNumber.of(0))),
                      Category.CONFIGURATION,
                      UNSAFE_CONFIG)))
          .otherwise(Map.of(Category.EXECUTABLES, UNRECOGNIZED_RUNTIME));

  private StandardPolicy() {}

  private static Condition profile(String uri) {
    return new Condition.Profile(Set.of(CorimProfileId.of(uri)));
  }

  private static Condition corroborated(String... elements) {
    return new Condition.Corroborated(List.of(elements), Set.of());
  }

  private static Condition all(Condition... conditions) {
    return new Condition.All(List.of(conditions));
  }

  private static Condition any(Condition... conditions) {
    return new Condition.Any(List.of(conditions));
  }

  private static Condition[] claims(List<String> names) {
    return names.stream().map(Condition.Claims::new).toArray(Condition[]::new);
  }

  private static Condition lifecycle(String... states) {
    List<JsonValue> values = List.of(states).stream().<JsonValue>map(JsonString::new).toList();
    return new Condition.Any(
        LIFECYCLES.stream().<Condition>map(claim -> new Condition.Claim(claim, values)).toList());
  }
}
