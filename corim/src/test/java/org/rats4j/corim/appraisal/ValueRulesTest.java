package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.corim.comid.IntRange;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.internal.Parts;

/** How the values of one code point are compared. */
class ValueRulesTest {
  private static final AppraisalOptions DRAFT_12 =
      AppraisalOptions.RECOMMENDED.with(Alternative.DRAFT_12_VALUES);

  private static Comparison compare(
      AppraisalOptions options, int codePoint, String condition, String entry) throws Exception {
    return new ValueRules(options)
        .compare(Label.of(codePoint), values(codePoint, condition), values(codePoint, entry));
  }

  private static MeasurementValues values(int codePoint, String value) throws Exception {
    return Parts.values(Diagnostic.parse("{" + codePoint + ": " + value + "}").encode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "0 | {0: \"1\"} | {0: \"1\"} | SATISFIED",
        "0 | {0: \"1\"} | {0: \"1\", 1: 1} | SATISFIED",
        "0 | {0: \"1\"} | {0: \"2\"} | VALUE_DIFFERS",
        "0 | {0: \"1\", 1: 1} | {0: \"1\"} | VALUE_DIFFERS",
        "0 | {0: \"1\", 1: 1} | {0: \"1\", 1: 2} | VALUE_DIFFERS",
        "0 | {0: \"1\", 1: 1} | {0: \"1\", 1: 1} | SATISFIED",
        "0 | {0: \"1\", -1: 1} | {0: \"1\", -1: 1} | NO_RULE",
        "1 | 3 | 3 | SATISFIED",
        "1 | 3 | 552(3) | SATISFIED",
        "1 | 3 | 4 | VALUE_DIFFERS",
        "1 | 3 | 553(3) | MIN_SVN_AS_STATE",
        "1 | 553(3) | 2 | BELOW_MINIMUM",
        "1 | 553(3) | 3 | SATISFIED",
        "1 | 553(3) | 4 | SATISFIED",
        "1 | 553(3) | 553(3) | SATISFIED",
        "1 | 553(3) | 553(4) | VALUE_DIFFERS",
        "3 | {0: true} | {0: true, 1: false} | SATISFIED",
        "3 | {0: true} | {0: false} | VALUE_DIFFERS",
        "3 | {0: true} | {1: true} | VALUE_DIFFERS",
        "3 | {0: true, -1: true} | {0: true, -1: true} | SATISFIED",
        "3 | {0: true, -1: true} | {0: true, -1: false} | VALUE_DIFFERS",
        "3 | {0: true, -1: true} | {0: true} | VALUE_DIFFERS",
        "11 | \"a\" | \"a\" | SATISFIED",
        "11 | \"a\" | \"b\" | VALUE_DIFFERS",
        "16 | true | true | NO_RULE",
        "19 | h'01' | h'01' | NO_RULE",
        "20 | 1 | 1 | NO_RULE",
        "-1 | 1 | 1 | NO_RULE",
      })
  void comparesEachKindOfValueByItsRule(
      int codePoint, String condition, String entry, Comparison expected) throws Exception {
    assertEquals(expected, compare(AppraisalOptions.RECOMMENDED, codePoint, condition, entry));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "16 | true | true | SATISFIED",
        "16 | false | false | SATISFIED",
        "16 | true | false | VALUE_DIFFERS",
        "16 | 1 | 1 | NO_RULE",
        "16 | true | 1 | NO_RULE",
        "16 | 566([true, false]) | true | NO_RULE",
        "17 | 5 | 5 | SATISFIED",
        "17 | 5 | 6 | VALUE_DIFFERS",
        "17 | 1.5 | 1.5 | SATISFIED",
        "17 | \"5\" | 5 | NO_RULE",
        "17 | 5 | \"5\" | NO_RULE",
        "17 | 565([1, 5]) | 0 | OUT_OF_RANGE",
        "17 | 565([1, 5]) | 1 | SATISFIED",
        "17 | 565([1, 5]) | 2.5 | SATISFIED",
        "17 | 565([1, 5]) | 5 | SATISFIED",
        "17 | 565([1, 5]) | 6 | OUT_OF_RANGE",
        "17 | 565([null, 5]) | -100 | SATISFIED",
        "17 | 565([null, 5]) | 6 | OUT_OF_RANGE",
        "17 | 565([1, null]) | 100 | SATISFIED",
        "17 | 565([1, null]) | 0 | OUT_OF_RANGE",
        "17 | 565([\"1\", 5]) | 3 | NO_RULE",
        "17 | 565([1, true]) | 3 | NO_RULE",
        "17 | 565([1, 5]) | Infinity | NO_RULE",
        "17 | 565([1, 5, 9]) | 3 | NO_RULE",
        "17 | 565(1) | 1 | NO_RULE",
        "17 | 566([1, 5]) | 5 | SATISFIED",
        "17 | 566([1, 5]) | 3 | VALUE_DIFFERS",
        "17 | 566([1]) | 1 | NO_RULE",
        "17 | 567([1, 5]) | 1 | NO_RULE",
        "18 | \"a\" | \"a\" | SATISFIED",
        "18 | \"a\" | \"b\" | VALUE_DIFFERS",
        "18 | 565([1, 5]) | \"a\" | NO_RULE",
        "18 | 566([\"a\", \"b\"]) | \"b\" | SATISFIED",
        "19 | h'01' | h'01' | SATISFIED",
        "19 | h'01' | h'02' | VALUE_DIFFERS",
        "19 | h'01' | \"a\" | NO_RULE",
        "20 | h'01' | h'01' | NO_RULE",
      })
  void comparesTheValuesOfTheNextDraftIfAskedTo(
      int codePoint, String condition, String entry, Comparison expected) throws Exception {
    assertEquals(expected, compare(DRAFT_12, codePoint, condition, entry));
  }

  private static Digest digest(long algorithm, int value) {
    return new Digest(Label.of(algorithm), Bytes.of(value));
  }

  @Test
  void comparesAllDigestsThatBothHave() {
    DigestRule rule = new DigestRule(AppraisalOptions.RECOMMENDED);
    List<Digest> one = List.of(digest(100, 1));
    List<Digest> two = List.of(digest(100, 1), digest(101, 2));

    assertEquals(Comparison.SATISFIED, rule.compare(one, one));
    assertEquals(Comparison.SATISFIED, rule.compare(one, two));
    assertEquals(Comparison.SATISFIED, rule.compare(two, one));
    assertEquals(Comparison.VALUE_DIFFERS, rule.compare(one, List.of(digest(100, 2))));
    assertEquals(
        Comparison.VALUE_DIFFERS, rule.compare(two, List.of(digest(100, 1), digest(101, 3))));
    assertEquals(Comparison.NO_COMMON_DIGEST_ALG, rule.compare(one, List.of(digest(101, 1))));
    assertEquals(Comparison.NO_COMMON_DIGEST_ALG, rule.compare(two, List.of(digest(102, 1))));
    assertEquals(Comparison.MALFORMED_DIGESTS, rule.compare(one, List.of()));
    assertEquals(Comparison.MALFORMED_DIGESTS, rule.compare(List.of(), one));
    List<Digest> twice = List.of(digest(100, 1), digest(100, 1));
    assertEquals(Comparison.DUPLICATE_DIGEST_ALG, rule.compare(twice, one));
    assertEquals(Comparison.DUPLICATE_DIGEST_ALG, rule.compare(one, twice));
  }

  @Test
  void comparesRangesByWhatLiesInThem() {
    IntRange oneToFive = between(1, 5);

    assertEquals(Comparison.SATISFIED, RangeRule.compare(oneToFive, IntRange.of(1)));
    assertEquals(Comparison.SATISFIED, RangeRule.compare(oneToFive, IntRange.of(5)));
    assertEquals(Comparison.OUT_OF_RANGE, RangeRule.compare(oneToFive, IntRange.of(6)));
    assertEquals(Comparison.SATISFIED, RangeRule.compare(oneToFive, between(1, 5)));
    assertEquals(Comparison.SATISFIED, RangeRule.compare(oneToFive, between(2, 3)));
    assertEquals(Comparison.OUT_OF_RANGE, RangeRule.compare(oneToFive, between(0, 3)));
    assertEquals(Comparison.OUT_OF_RANGE, RangeRule.compare(oneToFive, between(2, 6)));
    assertEquals(Comparison.UNBOUNDED_ENTRY, RangeRule.compare(oneToFive, IntRange.all()));
    IntRange fromOne = IntRange.from(BigInteger.ONE);
    IntRange upToFive = IntRange.upTo(BigInteger.valueOf(5));
    assertEquals(Comparison.UNBOUNDED_ENTRY, RangeRule.compare(oneToFive, fromOne));
    assertEquals(Comparison.UNBOUNDED_ENTRY, RangeRule.compare(oneToFive, upToFive));
    assertEquals(Comparison.SATISFIED, RangeRule.compare(fromOne, fromOne));
    assertEquals(Comparison.SATISFIED, RangeRule.compare(fromOne, oneToFive));
    assertEquals(Comparison.SATISFIED, RangeRule.compare(upToFive, oneToFive));
    assertEquals(Comparison.SATISFIED, RangeRule.compare(IntRange.all(), IntRange.all()));
    assertEquals(Comparison.OUT_OF_RANGE, RangeRule.compare(IntRange.of(3), between(3, 4)));
    assertEquals(Comparison.OUT_OF_RANGE, RangeRule.compare(IntRange.of(3), between(2, 3)));
    assertEquals(Comparison.SATISFIED, RangeRule.compare(IntRange.of(3), IntRange.of(3)));
  }

  private static IntRange between(long min, long max) {
    return IntRange.between(BigInteger.valueOf(min), BigInteger.valueOf(max));
  }
}
