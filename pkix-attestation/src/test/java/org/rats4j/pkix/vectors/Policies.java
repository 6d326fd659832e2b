package org.rats4j.pkix.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.EvidencePolicies;
import org.rats4j.pkix.EvidencePolicy;
import org.rats4j.pkix.EvidenceResult;
import org.rats4j.pkix.KeyCapability;
import org.rats4j.pkix.KeyScope;
import org.rats4j.pkix.SignaturePolicy;
import org.rats4j.pkix.UnverifiedEvidence;
import org.rats4j.test.vectors.VectorEntry;

/** The policies of an entry and their verdicts. */
final class Policies {
  private static final Pattern NAME = Pattern.compile("([a-z-]+)(?:\\((.*)\\))?");
  private static final Bytes NONCE = Bytes.ofHex("0102030405060708");

  private Policies() {}

  static void check(VectorEntry entry, UnverifiedEvidence evidence) throws Exception {
    if (!entry.has("policy")) {
      return;
    }
    for (Map.Entry<String, String> policy : entry.textMap("policy").entrySet()) {
      Matcher name = NAME.matcher(policy.getKey());
      assertEquals(true, name.matches(), policy.getKey());
      EvidenceExpectations.Builder expected = Trust.of(entry);
      if (name.group(1).equals("signatures-at-least")) {
        expected.signatures(SignaturePolicy.atLeast(Integer.parseInt(name.group(2))));
        verdict(evidence, expected, policy, "SIGNER_NOT_TRUSTED");
      } else {
        EvidencePolicy wanted = policy(entry, name.group(1), name.group(2));
        assertEquals(name.group(1), wanted.name());
        expected.policy(wanted);
        String code = "POLICY_" + wanted.name().toUpperCase(Locale.ROOT);
        verdict(evidence, expected, policy, code.replace('-', '_'));
      }
    }
  }

  private static void verdict(
      UnverifiedEvidence evidence,
      EvidenceExpectations.Builder expected,
      Map.Entry<String, String> policy,
      String code) {
    EvidenceResult result = evidence.check(expected.build());
    boolean passes = policy.getValue().equals("pass");
    assertEquals(passes ? Set.of() : Set.of(code), EvidenceEntry.errors(result.findings()));
  }

  /** Where keys are named by long numbers, the manifest counts them: "key 1" is the first. */
  private static KeyScope scope(@Nullable String argument) {
    if (argument == null) {
      return KeyScope.ALL;
    }
    return tbs ->
        argument.startsWith("key ")
            ? List.of(tbs.keys().get(Integer.parseInt(argument.substring(4)) - 1))
            : KeyScope.identifier(argument).select(tbs);
  }

  private static EvidencePolicy policy(VectorEntry entry, String name, @Nullable String argument) {
    KeyScope scope = scope(argument);
    return switch (name) {
      case "require-nonce" -> EvidencePolicies.requireNonce(NONCE);
      case "non-exportable" -> EvidencePolicies.nonExportable(scope);
      case "never-exportable" -> EvidencePolicies.neverExportable(scope);
      case "sensitive" -> EvidencePolicies.sensitive(scope);
      case "key-origin-local" -> EvidencePolicies.keyOriginLocal(scope);
      case "not-expired" -> EvidencePolicies.notExpired(KeyScope.ALL, Trust.clock(entry));
      case "fips-mode" -> EvidencePolicies.fipsMode(Integer.parseInt(argument));
      case "allowed-purposes" ->
          EvidencePolicies.allowedPurposes(
              KeyScope.ALL,
              Set.of(
                  EvidenceOids.PLACEHOLDER.capability(
                      KeyCapability.ofName(argument).orElseThrow())));
      default -> throw new AssertionError("unknown policy " + name);
    };
  }
}
