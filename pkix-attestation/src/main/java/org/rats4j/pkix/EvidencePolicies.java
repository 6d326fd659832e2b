package org.rats4j.pkix;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;

/**
 * The policies that most verifiers need. Each finding names the policy in its code, the element in
 * its path, and the claim in its message, as absent or as mismatch.
 *
 * <p>A policy over keys looks at all of them unless it is given a {@link KeyScope}.
 */
public final class EvidencePolicies {
  private static final int SHORT_NONCE = 8;
  private static final String PLATFORM = "platform";

  private EvidencePolicies() {}

  /**
   * Returns {@code require-nonce}: the transaction element has exactly {@code expected}.
   *
   * @throws IllegalArgumentException if {@code expected} is empty
   */
  public static EvidencePolicy requireNonce(Bytes expected) {
    String name = "require-nonce";
    notEmpty(expected);
    return new NamedPolicy(
        name,
        (evidence, findings) -> {
          Optional<TransactionElement> transaction = evidence.tbs().transaction();
          NamedPolicy.check(
              name,
              transaction.map(ReportedElement::path).orElse("transaction"),
              "nonce",
              transaction.flatMap(TransactionElement::nonce),
              expected::equalsInConstantTime,
              findings);
          if (expected.size() < SHORT_NONCE) {
            findings.add(
                PolicyFindings.warning(name, "transaction", "nonce is short enough to guess"));
          }
        });
  }

  static Bytes notEmpty(Bytes nonce) {
    if (nonce.isEmpty()) {
      throw new IllegalArgumentException("nonce is empty");
    }
    return nonce;
  }

  /** Returns {@code non-exportable}: extractable is false now. */
  public static EvidencePolicy nonExportable() {
    return nonExportable(KeyScope.ALL);
  }

  /** Returns {@code non-exportable} for some keys. */
  public static EvidencePolicy nonExportable(KeyScope scope) {
    return NamedPolicy.ofKey(
        "non-exportable", scope, "extractable", KeyElement::extractable, value -> !value);
  }

  /** Returns {@code never-exportable}: extractable is false, and always was. */
  public static EvidencePolicy neverExportable() {
    return neverExportable(KeyScope.ALL);
  }

  /** Returns {@code never-exportable} for some keys. */
  public static EvidencePolicy neverExportable(KeyScope scope) {
    String name = "never-exportable";
    return allOf(
        name,
        NamedPolicy.ofKey(name, scope, "extractable", KeyElement::extractable, value -> !value),
        NamedPolicy.ofKey(
            name, scope, "never-extractable", KeyElement::neverExtractable, value -> value));
  }

  /** Returns {@code sensitive}: the key can leave only wrapped. */
  public static EvidencePolicy sensitive() {
    return sensitive(KeyScope.ALL);
  }

  /** Returns {@code sensitive} for some keys. */
  public static EvidencePolicy sensitive(KeyScope scope) {
    return NamedPolicy.ofKey(
        "sensitive", scope, "sensitive", KeyElement::sensitive, value -> value);
  }

  /** Returns {@code key-origin-local}: the module made the key. */
  public static EvidencePolicy keyOriginLocal() {
    return keyOriginLocal(KeyScope.ALL);
  }

  /** Returns {@code key-origin-local} for some keys. */
  public static EvidencePolicy keyOriginLocal(KeyScope scope) {
    return NamedPolicy.ofKey("key-origin-local", scope, "local", KeyElement::local, value -> value);
  }

  /** Returns {@code allowed-purposes}: the key can be used for nothing else than these. */
  public static EvidencePolicy allowedPurposes(KeyScope scope, Collection<Oid> allowed) {
    Set<Oid> purposes = Set.copyOf(allowed);
    return NamedPolicy.ofKey(
        "allowed-purposes", scope, "purpose", KeyElement::purposes, purposes::containsAll);
  }

  /** Returns {@code not-expired}: expiry is absent or later. The clock of the device set it. */
  public static EvidencePolicy notExpired(KeyScope scope, Clock clock) {
    return NamedPolicy.ofKey(
        "not-expired",
        scope,
        "expiry",
        key -> Optional.of(key.expiry()),
        expiry -> expiry.isEmpty() || expiry.get().instant().isAfter(clock.instant()));
  }

  /** Returns {@code key-matches}: exactly one key element carries {@code key}. */
  public static EvidencePolicy keyMatches(PublicKeyInfo key) {
    String name = "key-matches";
    return new NamedPolicy(
        name,
        (evidence, findings) -> {
          int count = KeyScope.publicKey(key).select(evidence.tbs()).size();
          if (count == 0) {
            findings.add(PolicyFindings.absent(name, TbsReader.ELEMENTS, "spki"));
          } else if (count > 1) {
            findings.add(
                PolicyFindings.mismatch(name, TbsReader.ELEMENTS, "more than one element"));
          }
        });
  }

  /**
   * Returns {@code fips-mode}: the module is in FIPS mode now, at this level or above. That the
   * module is validated it does not prove: look it up by vendor and fipsmodule.
   *
   * @param minLevel the least value of fipslevel
   * @param versions what fipsver has to be one of; any, and none, if empty
   * @throws IllegalArgumentException if {@code minLevel} is not in 1..4
   */
  public static EvidencePolicy fipsMode(int minLevel, Collection<String> versions) {
    String name = "fips-mode";
    checkLevel(minLevel);
    Set<String> allowed = Set.copyOf(versions);
    return NamedPolicy.ofPlatform(
        name,
        (platform, findings) -> {
          String path = platform.path();
          NamedPolicy.check(name, path, "fipsboot", platform.fipsboot(), value -> value, findings);
          NamedPolicy.check(
              name, path, "fipslevel", platform.fipslevel(), l -> l >= minLevel, findings);
          if (!allowed.isEmpty()) {
            NamedPolicy.check(
                name, path, "fipsver", platform.fipsver(), allowed::contains, findings);
          }
        });
  }

  private static void checkLevel(int min) {
    if (min < 1 || min > 4) {
      throw new IllegalArgumentException("not in 1..4");
    }
  }

  /**
   * Returns {@code fips-mode} with whatever edition of the standard.
   *
   * @throws IllegalArgumentException if {@code minLevel} is not in 1..4
   */
  public static EvidencePolicy fipsMode(int minLevel) {
    return fipsMode(minLevel, Set.of());
  }

  /**
   * Returns {@code debug-disabled}.
   *
   * @param min the least value of dbgstat, 1 disabled to 4 disabled fully and permanently
   * @throws IllegalArgumentException if {@code min} is not in 1..4
   */
  public static EvidencePolicy debugDisabled(int min) {
    checkLevel(min);
    String name = "debug-disabled";
    return NamedPolicy.ofPlatform(
        name,
        (platform, findings) ->
            NamedPolicy.check(
                name, platform.path(), "dbgstat", platform.dbgstat(), v -> v >= min, findings));
  }

  /** Returns {@code platform}: this maker, one of these models. */
  public static EvidencePolicy platform(Bytes oemid, Collection<Bytes> hwmodels) {
    Set<Bytes> models = Set.copyOf(hwmodels);
    return NamedPolicy.ofPlatform(
        PLATFORM,
        (platform, findings) -> {
          String path = platform.path();
          NamedPolicy.check(PLATFORM, path, "oemid", platform.oemid(), oemid::equals, findings);
          NamedPolicy.check(
              PLATFORM, path, "hwmodel", platform.hwmodel(), models::contains, findings);
        });
  }

  /** Returns {@code software}: name and version are there, and fine. */
  public static EvidencePolicy software(BiPredicate<String, String> allowed) {
    String name = "software";
    return NamedPolicy.ofPlatform(
        name,
        (platform, findings) -> {
          Optional<String> swname = platform.swname();
          Optional<String> version = platform.swversion();
          NamedPolicy.check(name, platform.path(), "swname", swname, v -> true, findings);
          NamedPolicy.check(name, platform.path(), "swversion", version, v -> true, findings);
          if (swname.isPresent()
              && version.isPresent()
              && !allowed.test(swname.get(), version.get())) {
            findings.add(PolicyFindings.mismatch(name, platform.path(), "swname and swversion"));
          }
        });
  }

  /** Returns {@code require-ak-binding}: the transaction element names the signers. */
  public static EvidencePolicy requireAkBinding() {
    String name = "require-ak-binding";
    return new NamedPolicy(
        name,
        (evidence, findings) -> {
          boolean named =
              evidence.tbs().transaction().map(t -> !t.akSpkis().isEmpty()).orElse(false);
          if (!named) {
            findings.add(PolicyFindings.absent(name, "transaction", "ak-spki"));
          }
        });
  }

  /**
   * Returns {@code require-signers}: so many different keys signed.
   *
   * @throws IllegalArgumentException if {@code keys} is below 1
   */
  public static EvidencePolicy requireSigners(int keys) {
    String name = "require-signers";
    if (keys < 1) {
      throw new IllegalArgumentException("no key is too few");
    }
    return new NamedPolicy(
        name,
        (evidence, findings) -> {
          Set<PublicKeyInfo> signers = new HashSet<>();
          evidence.signers().forEach(block -> block.key().ifPresent(signers::add));
          if (signers.size() < keys) {
            findings.add(
                PolicyFindings.mismatch(
                    name, EvidenceReader.SIGNATURES, signers.size() + " of " + keys + " keys"));
          }
        });
  }

  /**
   * Returns {@code max-age}, which only warns: the device says what time it is, and an old answer
   * can be sent again.
   */
  public static EvidencePolicy maxAge(Duration age, Clock clock) {
    String name = "max-age";
    return new NamedPolicy(
        name,
        (evidence, findings) -> {
          Instant oldest = clock.instant().minus(age);
          boolean young =
              evidence
                  .tbs()
                  .transaction()
                  .flatMap(TransactionElement::timestamp)
                  .map(time -> !time.instant().isBefore(oldest))
                  .orElse(false);
          if (!young) {
            findings.add(
                PolicyFindings.warning(name, "transaction", "timestamp is absent or too old"));
          }
        });
  }

  /**
   * Returns {@code code-signing}: a key that the module made and that never could leave it, in a
   * module in FIPS mode of level 2 or above.
   */
  public static EvidencePolicy codeSigning(KeyScope scope) {
    return allOf(
        "code-signing",
        nonExportable(scope),
        neverExportable(scope),
        sensitive(scope),
        keyOriginLocal(scope),
        fipsMode(2));
  }

  /** Returns a policy that passes if all of {@code policies} do. */
  public static EvidencePolicy allOf(String name, EvidencePolicy... policies) {
    List<EvidencePolicy> all = List.of(policies);
    return new NamedPolicy(
        name,
        (evidence, findings) -> all.forEach(policy -> findings.addAll(policy.check(evidence))));
  }
}
