package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;
import org.rats4j.test.vectors.VectorSuite;

class EarVectorsTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    return VectorSuite.of("ear")
        .kind("ear", EarEntry::check, "dialect", "clock", "options", "expectWithOptions")
        .kind("key", EarVectorsTest::checkKey)
        .kind("ar4si-tier-table", EarVectorsTest::checkTiers)
        .kind("ear-status-cases", EarVectorsTest::checkStatusCases)
        .kind("ear-conversion", EarVectorsTest::checkConversion)
        .kind("ear-policy-cases", EarVectorsTest::checkPolicies)
        .tests();
  }

  private static void checkKey(VectorEntry entry) throws Exception {
    if (entry.encoding().equals("der")) {
      byte[] expected = entry.content();
      EarClaims claims = EarEntry.unverifiedClaims(entry.contentOf("c-ear.jwt"));
      KeyAttestation key =
          claims.appraisal("PARSEC_TPM").flatMap(Appraisal::keyAttestation).orElseThrow();
      assertArrayEquals(expected, key.subjectPublicKeyInfo().orElseThrow().toByteArray());
      assertArrayEquals(expected, key.publicKey().getEncoded());
      return;
    }
    JsonValue keys = entry.encoding().equals("json") ? TestKeys.decode(entry.content()) : null;
    if (keys instanceof JsonObject set && set.get("keys").isPresent()) {
      for (JsonValue key : ((JsonArray) set.get("keys").get()).items()) {
        assertNotNull(TestKeys.jwk((JsonObject) key));
      }
    } else {
      assertNotNull(TestKeys.read(entry.content()));
    }
  }

  private static void checkTiers(VectorEntry entry) {
    assertEquals(256, entry.rows().size());
    entry.checkRows(
        Set.of("value", "tier"),
        row -> {
          TrustTier tier = TrustTier.ofClaim((int) row.integer("value").orElseThrow());
          assertEquals(row.requiredText("tier"), tier.wireName());
        });
  }

  private static void checkStatusCases(VectorEntry entry) {
    entry.checkRows(
        Set.of("vector", "computed", "consistent"),
        row -> {
          TrustVector.Builder vector = TrustVector.builder();
          VectorRow claims = row.object("vector").orElseThrow();
          for (String name : claims.members()) {
            Category.ofWireName(name)
                .ifPresent(
                    category -> vector.set(category, (int) claims.integer(name).orElseThrow()));
          }
          TrustTier worst = vector.build().worst();
          assertEquals(row.requiredText("computed"), worst.wireName());

          Set<String> consistent = new LinkedHashSet<>();
          for (TrustTier tier : TrustTier.values()) {
            if (Tiers.isConsistent(tier, worst)) {
              consistent.add(tier.wireName());
            }
          }
          assertEquals(new LinkedHashSet<>(row.texts("consistent")), consistent);
        });
  }

  private static void checkConversion(VectorEntry entry) throws Exception {
    VectorRow table = entry.contentObject();
    table.hasNoOtherMembersThan(Set.of("from", "to", "input", "expected", "losses"));
    EarClaims input = claims(table.json("input").orElseThrow());
    assertEquals(table.requiredText("from"), input.dialect().id());

    EarDialect target = EarEntry.dialect(table.requiredText("to"));
    ConvertedEar conversion = EarConverter.to(target).convert(input);

    EarClaims expected = claims(table.json("expected").orElseThrow());
    assertEquals(expected, conversion.claims());
    assertEquals(
        TestKeys.decode(table.json("expected").orElseThrow().getBytes(StandardCharsets.UTF_8)),
        TestKeys.decode(conversion.claims().encode(Encoding.JSON).toByteArray()));
    Set<String> losses = new TreeSet<>();
    for (VectorRow loss : table.objects("losses")) {
      String severity = loss.requiredText("severity").equals("info") ? "INFO" : "WARNING";
      losses.add(severity + " " + loss.requiredText("code") + " " + loss.requiredText("path"));
    }
    Set<String> changes = new TreeSet<>();
    for (Finding change : conversion.changes()) {
      changes.add(change.severity() + " " + change.code() + " " + change.path());
    }
    assertEquals(losses, changes);
  }

  private static void checkPolicies(VectorEntry entry) throws Exception {
    VectorRow table = entry.contentObject();
    table.hasNoOtherMembersThan(Set.of("ear", "cases"));
    EarClaims ear = claims(table.json("ear").orElseThrow());
    for (VectorRow row : table.objects("cases")) {
      row.hasNoOtherMembersThan(Set.of("policy", "now", "decision", "reasons"));
      String json = row.json("policy").orElseThrow();
      RelyingPartyPolicy policy = RelyingPartyPolicy.decode(json.getBytes(StandardCharsets.UTF_8));
      Instant now = Instant.ofEpochSecond(row.integer("now").orElseThrow());

      Decision decision =
          new PolicyEvaluation(policy.demands(), ear, ear.findings(), now).evaluate();

      assertEquals(row.requiredText("decision").equals("accept"), decision.accepted(), json);
      assertEquals(
          row.texts("reasons"), decision.reasons().stream().map(Finding::code).toList(), json);
    }
  }

  private static EarClaims claims(String json) throws Exception {
    return EarClaims.decode(Bytes.ofUtf8(json), Encoding.JSON, EarOptions.STRICT);
  }
}
