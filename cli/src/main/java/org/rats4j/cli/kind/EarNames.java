package org.rats4j.cli.kind;

import static org.rats4j.cli.view.Meanings.map;
import static org.rats4j.cli.view.Meanings.mapOf;
import static org.rats4j.cli.view.Meanings.named;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.Meanings;
import org.rats4j.cli.view.View;
import org.rats4j.cli.view.Vocabulary;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.ear.Ar4siValue;
import org.rats4j.ear.Category;
import org.rats4j.ear.EarDialect;

/** Names of the claims of attestation results (draft-ietf-rats-ear-04, section 4). */
final class EarNames {
  private static final Meaning STATUS =
      named(Map.of(0L, "none", 2L, "affirming", 32L, "warning", 96L, "contraindicated"));

  private static final Vocabulary VERIFIER_ID =
      Vocabulary.builder().term(0, "developer").term(1, "build").build();

  private EarNames() {}

  /** Returns the names of the claims of a message at {@code level}. */
  static Vocabulary claims(int level) {
    Meaning evidence = CmwView.at(level);
    return EatNames.claimsOfCwt()
        .term(10, "eat_nonce")
        .term(265, "eat_profile")
        .term(266, "submods", mapOf(map(appraisal(level))))
        .term(1000, "ear_status", STATUS)
        .term(1002, "ear_raw_evidence", evidence)
        .term(1004, "ear_verifier_id", map(VERIFIER_ID))
        .term(1007, "ear_device_topology")
        .build();
  }

  private static Vocabulary appraisal(int level) {
    return Vocabulary.builder()
        .term(10, "eat_nonce")
        .term(265, "eat_profile")
        .term(1000, "ear_status", STATUS)
        .term(1001, "ear_trustworthiness_vector", vector())
        .name("ear.trustworthiness-vector", vector())
        .term(1003, "ear_appraisal_policy_ids")
        .term(1005, "ear_attester_claims", map(EatNames.claims(level)))
        .term(1006, "ear_verifier_claims", map(EatNames.claims(level)))
        .term(65000, "ear_teep_claims", map(EatNames.claims(level)))
        .term(-70000, "ear_veraison_annotated_evidence")
        .term(-70001, "ear_veraison_policy_claims")
        .term(-70002, "ear_veraison_key_attestation")
        .build();
  }

  private static Meaning vector() {
    Vocabulary.Builder categories = Vocabulary.builder();
    for (Category category : Category.ALL) {
      categories.term(category.number(), category.wireName(), described(category));
    }
    return map(categories.build());
  }

  /** Shows a value of a category with what AR4SI says of it. */
  private static Meaning described(Category category) {
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        View plain = PLAIN.show(item);
        return Meanings.small(item).map(value -> noted(plain, value)).orElse(plain);
      }

      @Override
      public View show(JsonValue value) {
        View plain = PLAIN.show(value);
        return value instanceof JsonNumber number
                && number.isInteger()
                && number.lexeme().length() < 9
            ? noted(plain, Long.parseLong(number.lexeme()))
            : plain;
      }

      private View noted(View plain, long value) {
        return value < Byte.MIN_VALUE || value > Byte.MAX_VALUE
            ? plain
            : plain.noted(Ar4siValue.describe(category, (int) value).text());
      }
    };
  }

  /** Returns whether {@code item} is a map with the profile or the claims of an EAR. */
  static boolean looksLikeEar(CborItem item) {
    return item instanceof CborMap map
        && (map.get(265).filter(EarNames::isProfile).isPresent()
            || (map.get(1004).isPresent() && map.get(266).isPresent()));
  }

  /** Returns whether {@code value} is an object with the profile or the claims of an EAR. */
  static boolean looksLikeEar(JsonValue value) {
    return value instanceof JsonObject object
        && (object.get("eat_profile").filter(EarNames::isProfile).isPresent()
            || List.of("ear_verifier_id", "ear.verifier-id").stream()
                .anyMatch(name -> object.get(name).isPresent()));
  }

  private static boolean isProfile(CborItem item) {
    return item instanceof org.rats4j.core.cbor.CborText text && isProfile(text.value());
  }

  private static boolean isProfile(JsonValue value) {
    return value instanceof JsonString text && isProfile(text.value());
  }

  private static boolean isProfile(String profile) {
    Optional<EarDialect> dialect = EarDialect.ofProfile(profile);
    return dialect.isPresent();
  }
}
