package org.rats4j.cli.kind;

import static org.rats4j.cli.view.Meanings.TIME;
import static org.rats4j.cli.view.Meanings.listOf;
import static org.rats4j.cli.view.Meanings.map;
import static org.rats4j.cli.view.Meanings.mapOf;
import static org.rats4j.cli.view.Meanings.named;
import static org.rats4j.cli.view.Meanings.small;
import static org.rats4j.cli.view.Meanings.tuple;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.View;
import org.rats4j.cli.view.Vocabulary;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Oid;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;
import org.rats4j.eat.psa.SecurityLifecycle;

/** Names of EAT claims (RFC 9711, section 4) and of those of its profiles (RFC 9783, Arm CCA). */
final class EatNames {
  private static final Map<Long, String> DEBUG_STATUS =
      Map.of(
          0L, "enabled",
          1L, "disabled",
          2L, "disabled-since-boot",
          3L, "disabled-permanently",
          4L, "disabled-fully-and-permanently");

  private static final Map<Long, String> RESULTS =
      Map.of(1L, "success", 2L, "fail", 3L, "not-run", 4L, "absent");

  private static final Map<Long, String> INTENDED_USES =
      Map.of(
          1L, "Generic",
          2L, "Registration",
          3L, "Provisioning",
          4L, "Certificate Issuance",
          5L, "Proof-of-Possession");

  private static final Map<Long, String> VERSION_SCHEMES =
      Map.of(
          1L, "multipartnumeric",
          2L, "multipartnumeric+suffix",
          3L, "alphanumeric",
          4L, "decimal",
          16384L, "semver");

  private static final Map<Long, String> HASHES =
      LongStream.rangeClosed(Digest.SHA_256, Digest.SHA3_512)
          .boxed()
          .collect(
              Collectors.toMap(number -> number, number -> Digest.nameOf(number).orElseThrow()));

  static final Meaning VERSION_SCHEME = named(VERSION_SCHEMES);

  /** Shows the number of an algorithm, or its name, and a digest. */
  static final Meaning DIGEST = fields("alg", named(HASHES), "value", Meaning.PLAIN);

  private static final Meaning VERSION = fields("version", Meaning.PLAIN, "scheme", VERSION_SCHEME);

  private static final Vocabulary LOCATION =
      Vocabulary.builder()
          .term(1, "latitude")
          .term(2, "longitude")
          .term(3, "altitude")
          .term(4, "accuracy")
          .term(5, "altitude-accuracy")
          .term(6, "heading")
          .term(7, "speed")
          .term(8, "timestamp", TIME)
          .term(9, "age")
          .build();

  private static final Vocabulary CONFIRMATION =
      Vocabulary.builder()
          .term(1, "COSE_Key", CoseNames.COSE_KEY)
          .term(2, "Encrypted_COSE_Key")
          .term(3, "kid")
          .term(5, "ckt")
          .name("jwk", JwkView.JWK)
          .build();

  private static final Vocabulary SOFTWARE_COMPONENT =
      Vocabulary.builder()
          .term(1, "measurement type")
          .term(2, "measurement value")
          .term(4, "version")
          .term(5, "signer id")
          .term(6, "measurement description")
          .build();

  private static final Vocabulary MEASURED_COMPONENT =
      Vocabulary.builder()
          .term(1, "id", fields("name", Meaning.PLAIN, "version", VERSION))
          .term(2, "digested-measurement", DIGEST)
          .term(3, "authorities")
          .term(4, "flags")
          .term(5, "raw-measurement")
          .build();

  /** Shows an object identifier as dotted text. */
  private static final Meaning PROFILE =
      new Meaning() {
        @Override
        public View show(CborItem item) {
          if (item instanceof CborBytes octets) {
            try {
              return View.text(Oid.ofOctets(octets.value()).toString());
            } catch (IllegalArgumentException e) {
              return PLAIN.show(item);
            }
          }
          return PLAIN.show(item);
        }
      };

  /** Shows the state that a lifecycle stands for. */
  private static final Meaning LIFECYCLE =
      new Meaning() {
        @Override
        public View show(CborItem item) {
          View plain = PLAIN.show(item);
          return small(item)
              .filter(value -> value >= 0 && value <= 0xffff)
              .flatMap(value -> state(value.intValue()))
              .map(plain::noted)
              .orElse(plain);
        }
      };

  /** Shows a byte string that holds a COSE_Key. */
  private static final Meaning EMBEDDED_KEY =
      new Meaning() {
        @Override
        public View show(CborItem item) {
          return item instanceof CborBytes bytes
              ? Content.parseCbor(bytes.value())
                  .filter(CborMap.class::isInstance)
                  .map(CoseNames.COSE_KEY::show)
                  .orElseGet(() -> PLAIN.show(item))
              : PLAIN.show(item);
        }
      };

  private EatNames() {}

  private static Optional<String> state(int value) {
    try {
      String name = new SecurityLifecycle(value).state().name();
      return Optional.of(name.toLowerCase(Locale.ROOT).replace('_', ' '));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the names that every CWT has (RFC 8392, section 4). */
  static Vocabulary.Builder claimsOfCwt() {
    return Vocabulary.builder()
        .term(1, "iss")
        .term(2, "sub")
        .term(3, "aud")
        .term(4, "exp", TIME)
        .term(5, "nbf", TIME)
        .term(6, "iat", TIME)
        .term(7, "cti");
  }

  /** Returns the names of the claims of a message at {@code level}. */
  static Vocabulary claims(int level) {
    Meaning components = listOf(map(SOFTWARE_COMPONENT));
    return claimsOfCwt()
        .term(8, "cnf", map(CONFIRMATION))
        .term(9, "scope")
        .term(10, "eat_nonce")
        .term(256, "ueid")
        .term(257, "sueids")
        .term(258, "oemid")
        .term(259, "hwmodel")
        .term(260, "hwversion", VERSION)
        .term(261, "uptime")
        .term(262, "oemboot")
        .term(263, "dbgstat", named(DEBUG_STATUS))
        .term(264, "location", map(LOCATION))
        .term(265, "eat_profile", PROFILE)
        .term(266, "submods", mapOf(submodule(level)))
        .term(267, "bootcount")
        .term(268, "bootseed")
        .term(269, "dloas")
        .term(270, "swname")
        .term(271, "swversion", VERSION)
        .term(272, "manifests", listOf(Nested.formatAndBody(level)))
        .term(273, "measurements", listOf(Nested.formatAndBody(level)))
        .term(274, "measres", listOf(measurementResults()))
        .term(275, "intuse", named(INTENDED_USES))
        .term(299, "cmw", CmwView.at(level))
        .term(2394, "psa-client-id")
        .term(2395, "psa-security-lifecycle", LIFECYCLE)
        .term(2396, "psa-implementation-id")
        .term(2397, "psa-boot-seed")
        .term(2398, "psa-certification-reference")
        .term(2399, "psa-software-components", components)
        .term(2400, "psa-verification-service-indicator")
        .term(2401, "cca-platform-config")
        .term(2402, "cca-platform-hash-algo-id")
        .term(44235, "cca-realm-personalization-value")
        .term(44236, "cca-realm-hash-algo-id")
        .term(44237, "cca-realm-public-key", EMBEDDED_KEY)
        .term(44238, "cca-realm-initial-measurement")
        .term(44239, "cca-realm-extensible-measurements")
        .term(44240, "cca-realm-public-key-hash-algo-id")
        .term(-75000, "psa-profile")
        .term(-75001, "psa-client-id")
        .term(-75002, "psa-security-lifecycle", LIFECYCLE)
        .term(-75003, "psa-implementation-id")
        .term(-75004, "psa-boot-seed")
        .term(-75005, "psa-certification-reference")
        .term(-75006, "psa-software-components", components)
        .term(-75007, "psa-no-sw-measurements")
        .term(-75008, "psa-nonce")
        .term(-75009, "psa-instance-id")
        .term(-75010, "psa-verification-service-indicator")
        .build();
  }

  /** Shows a measured component (RFC 10013) in CBOR or JSON. */
  static View measuredComponent(Bytes encoded) {
    Content content = new Content(encoded);
    return content
        .cbor()
        .map(MEASURED_COMPONENT::show)
        .or(() -> content.json().map(MEASURED_COMPONENT::show))
        .orElseGet(() -> View.bytes(encoded));
  }

  private static Meaning submodule(int level) {
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        if (item instanceof CborMap) {
          return claims(level).show(item);
        } else if (item instanceof CborArray) {
          return fields("alg", Meaning.PLAIN, "digest", Meaning.PLAIN).show(item);
        }
        return Nested.message(level).show(item);
      }

      @Override
      public View show(JsonValue value) {
        if (value instanceof JsonObject) {
          return claims(level).show(value);
        }
        return value instanceof JsonArray selector
            ? Meaning.plain(selector, Nested.message(level)::show)
            : PLAIN.show(value);
      }
    };
  }

  private static Meaning measurementResults() {
    Meaning result = fields("id", Meaning.PLAIN, "result", named(RESULTS));
    return fields("name", Meaning.PLAIN, "results", listOf(result));
  }

  private static Meaning fields(
      String first, Meaning firstMeaning, String second, Meaning secondMeaning) {
    Map<String, Meaning> fields = new LinkedHashMap<>();
    fields.put(first, firstMeaning);
    fields.put(second, secondMeaning);
    return tuple(fields);
  }
}
