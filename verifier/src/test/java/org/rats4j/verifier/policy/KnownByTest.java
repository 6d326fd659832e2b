package org.rats4j.verifier.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.ear.Category;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.evidence.KeySource;

/** Whose reference values make an environment one that is known. */
class KnownByTest {
  private static final Set<Authority> SIGNERS = Set.of(authority("maker"), authority("lab"));
  private static final EvidenceComponent EVIDENCE =
      EvidenceComponent.builder("eat")
          .authority(KeySource.GIVEN, List.of(new TaggedBytes(Bytes.of(1))))
          .build();

  private static Authority authority(String name) {
    return Authority.of(new TaggedBytes(Bytes.ofUtf8(name)));
  }

  private static PolicyRules policy(String known) throws DecodingException {
    String json =
        """
        {"id": "p",
         "authorities": {"maker": "bytes:6d616b6572", "other": "bytes:6f74686572"},
         "rules": [{"when": {"known": %s}, "set": {"hardware": 2}}]}
        """;
    return PolicyRules.decode(Bytes.ofUtf8(json.formatted(known)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "true | true",
        "{\"by\": \"maker\"} | true",
        "{\"by\": [\"other\", \"maker\"]} | true",
        "{\"by\": \"other\"} | false"
      })
  void holdsForTheValuesOfThoseThatAreNamed(String known, boolean holds) throws Exception {
    AppraisedComponent component =
        AppraisedComponent.of(
            EVIDENCE, List.of(), List.of(), signers -> SIGNERS.stream().anyMatch(signers));

    assertEquals(holds, policy(known).judge(component).vector().contains(Category.HARDWARE));
    assertEquals(policy(known), PolicyRules.decode(policy(known).encode()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | policy/rules/0/when/known",
        "{\"by\": []} | policy/rules/0/when/known/by",
        "{\"by\": \"nobody\"} | policy/rules/0/when/known/by",
        "{\"of\": \"maker\"} | policy/rules/0/when/known/of",
        "\"maker\" | policy/rules/0/when/known"
      })
  void refusesAnythingElse(String known, String path) {
    DecodingException e = assertThrows(DecodingException.class, () -> policy(known));

    assertEquals(path, e.path());
  }

  @Test
  void isKnownByNobodyWhereNobodySaysWhoseValuesThereAre() {
    AppraisedComponent component = AppraisedComponent.of(EVIDENCE, List.of(), List.of(), true);

    assertTrue(component.isKnown());
    assertFalse(component.isKnownBy(signer -> true));
    assertFalse(AppraisedComponent.of(EVIDENCE, List.of(), List.of(), false).isKnown());
  }
}
