package org.rats4j.cli.kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.Oid;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.EvidencePolicies;
import org.rats4j.pkix.EvidencePolicy;
import org.rats4j.pkix.KeyCapability;
import org.rats4j.pkix.KeyScope;

/**
 * Policies over evidence of HSM keys, by their names in a JSON array: {@code ["non-exportable",
 * "fips-mode(2)", "allowed-purposes(sign,verify)"]}.
 */
final class PkixPolicies {
  private static final Pattern NAME = Pattern.compile("([a-z-]{1,40})(?:\\(([^()]{1,100})\\))?");

  private final List<EvidencePolicy> policies;

  private PkixPolicies(List<EvidencePolicy> policies) {
    this.policies = policies;
  }

  static PkixPolicies read(PolicyFile file) throws DecodingException {
    if (!(JsonValue.decode(file.content().toByteArray(), Content.WIDE)
        instanceof JsonArray array)) {
      throw wrong("", "not an array of names");
    }
    List<EvidencePolicy> policies = new ArrayList<>();
    for (JsonValue item : array.items()) {
      String path = Integer.toString(policies.size());
      if (!(item instanceof JsonString name)) {
        throw wrong(path, "not the name of a policy");
      }
      policies.add(policy(name.value(), path));
    }
    return new PkixPolicies(policies);
  }

  private static EvidencePolicy policy(String text, String path) throws DecodingException {
    Matcher name = NAME.matcher(text);
    if (!name.matches()) {
      throw wrong(path, "not the name of a policy");
    }
    String argument = name.group(2) == null ? "" : name.group(2);
    try {
      return policy(name.group(1), argument, path);
    } catch (IllegalArgumentException e) {
      throw wrong(path, "argument does not fit the policy");
    }
  }

  private static EvidencePolicy policy(String name, String argument, String path)
      throws DecodingException {
    KeyScope scope = argument.isEmpty() ? KeyScope.ALL : KeyScope.identifier(argument);
    return switch (name) {
      case "non-exportable" -> EvidencePolicies.nonExportable(scope);
      case "never-exportable" -> EvidencePolicies.neverExportable(scope);
      case "sensitive" -> EvidencePolicies.sensitive(scope);
      case "key-origin-local" -> EvidencePolicies.keyOriginLocal(scope);
      case "code-signing" -> EvidencePolicies.codeSigning(scope);
      case "require-ak-binding" -> EvidencePolicies.requireAkBinding();
      case "fips-mode" -> EvidencePolicies.fipsMode(Integer.parseInt(argument));
      case "debug-disabled" -> EvidencePolicies.debugDisabled(Integer.parseInt(argument));
      case "require-signers" -> EvidencePolicies.requireSigners(Integer.parseInt(argument));
      case "allowed-purposes" -> EvidencePolicies.allowedPurposes(KeyScope.ALL, purposes(argument));
      default -> throw wrong(path, "unknown policy");
    };
  }

  private static Set<Oid> purposes(String names) {
    Set<Oid> purposes = new HashSet<>();
    for (String name : names.split(",", -1)) {
      int capability =
          KeyCapability.ofName(name.strip())
              .orElseThrow(() -> new IllegalArgumentException("no capability"));
      purposes.add(EvidenceOids.PLACEHOLDER.capability(capability));
    }
    return purposes;
  }

  private static DecodingException wrong(String path, String detail) {
    return DecodingException.of(Reason.INVALID_VALUE, path, detail);
  }

  /** Returns what {@code evidence} breaks. */
  List<Finding> check(Evidence evidence) {
    return policies.stream()
        .flatMap(policy -> policy.check(evidence).stream())
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .toList();
  }
}
