package org.rats4j.corim.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.tdx.NumericValue;
import org.rats4j.corim.tdx.Operator;
import org.rats4j.corim.tdx.TdxProfile;
import org.rats4j.corim.template.ComidTemplate;

class TdxProfileTest {
  private static Comid comid(String values, Findings findings) throws DecodingException {
    String comid = "{1: {0: \"t\"}, 4: {0: [[{0: {1: \"v\"}}, [{1: {" + values + "}}]]]}}";
    Corim corim = Manifest.decode(TdxProfile.ID, comid, findings);
    return ((ConciseTag.OfComid) corim.tags().get(0)).comid();
  }

  private static MeasurementValues values(Comid comid) {
    return comid.triples().reference().get(0).measurements().get(0).values();
  }

  private static String template(String value) {
    return "{\"tag-identity\": {\"id\": \"t\"}, \"triples\": {\"reference-values\": [{"
        + "\"environment\": {\"class\": {\"vendor\": \"v\"}}, \"measurements\": [{\"value\": {"
        + value
        + "}}]}]}}";
  }

  private static JsonValue tree(Bytes json) throws DecodingException {
    return JsonValue.decode(json.toByteArray(), CorimOptions.STRICT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-72: 1(1738108800) | \"tcbdate\": \"2025-01-29T00:00:00Z\"",
        "-90: 1(1.5) | \"epoch\": 1.5",
        "-73: 18446744073709551615 | \"isvsvn\": {\"type\": \"uint\", \"value\": 18446744073709551615}",
        "-73: 60010([2, 10]) | \"isvsvn\": {\"type\": \"numeric-expression\", \"value\": {\"numeric-operator\": \"greater_or_equal\", \"numeric-type\": {\"type\": \"uint\", \"value\": 10}}}",
        "-86: 60010([0, -1]) | \"tcbevalnum\": {\"type\": \"numeric-expression\", \"value\": {\"numeric-operator\": \"equal\", \"numeric-type\": {\"type\": \"int\", \"value\": -1}}}",
        "-86: 60010([1, 0.5]) | \"tcbevalnum\": {\"type\": \"numeric-expression\", \"value\": {\"numeric-operator\": \"greater\", \"numeric-type\": {\"type\": \"float\", \"value\": 0.5}}}",
        "-77: 45 | \"instanceid\": {\"type\": \"uint\", \"value\": 45}",
        "-85: h'0303' | \"isvprodid\": {\"type\": \"bytes\", \"value\": \"AwM=\"}",
        "-80: \"0000\" | \"pceid\": \"0000\"",
        "-81: h'c0000000fbff0000' | \"miscselect\": \"wAAAAPv/AAA=\"",
        "-82: h'f00a0b' | \"attributes\": \"8AoL\"",
        "-83: [[6, h'01020304']] | \"mrtee\": [[6, \"AQIDBA\"]]",
        "-84: 60020([6, [[6, h'01020304']]]) | \"mrsigner\": {\"type\": \"digest-expression\", \"value\": {\"set-operator\": \"member\", \"set-digest\": [[6, \"AQIDBA\"]]}}",
        "-88: [\"UpToDate\"] | \"tcbstatus\": [\"UpToDate\"]",
        "-89: 60021([10, [\"SA-1\", \"SA-2\"]]) | \"advisoryids\": {\"type\": \"string-expression\", \"value\": {\"set-operator\": \"disjoint\", \"set-string\": [\"SA-1\", \"SA-2\"]}}",
        "-91: [560(h'00')] | \"teecryptokeys\": [{\"type\": \"bytes\", \"value\": \"AA==\"}]",
      })
  void namesItsValuesInTemplates(String cbor, String json) throws Exception {
    Findings findings = new Findings(CorimOptions.STRICT);
    Comid comid = comid(cbor, findings);

    Bytes written = ComidTemplate.encode(comid, TdxProfile.PROFILE);

    assertEquals(List.of(), findings.toList());
    assertEquals(tree(Bytes.ofUtf8(template(json))), tree(written));
    assertEquals(
        comid,
        ComidTemplate.decode(
            Bytes.ofUtf8(template(json)), TdxProfile.PROFILE, new Findings(CorimOptions.STRICT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-72: \"2025\"",
        "-73: -1",
        "-73: 60010([11, 1])",
        "-73: 60010([1, NaN])",
        "-73: 60010([1])",
        "-77: \"x\"",
        "-80: 1",
        "-83: []",
        "-84: 60021([6, [[6, h'01020304']]])",
        "-88: 60021([6, []])",
        "-91: [h'00']",
        "-125: [1, 2]",
      })
  void keepsValuesOfOtherTypesWithAWarning(String cbor) throws Exception {
    Findings findings = new Findings(CorimOptions.STRICT);
    Comid comid = comid(cbor, findings);

    assertEquals(
        List.of("PROFILE_VALUE_TYPE"), findings.toList().stream().map(f -> f.code()).toList());
    assertEquals(
        comid,
        ComidTemplate.decode(
            ComidTemplate.encode(comid, TdxProfile.PROFILE),
            TdxProfile.PROFILE,
            new Findings(CorimOptions.STRICT)));
  }

  @Test
  void givesTypedValues() throws Exception {
    String components = "-125: " + Collections.nCopies(16, "60010([2, 1])");
    RawEntries values =
        values(comid("-73: 7, " + components, new Findings(CorimOptions.STRICT))).extensions();

    assertEquals(Optional.of(NumericValue.Plain.of(7)), values.get(TdxProfile.ISV_SVN));
    assertEquals(
        Collections.nCopies(16, NumericValue.Expression.of(Operator.GREATER_OR_EQUAL, 1)),
        values.get(TdxProfile.TCB_COMP_SVN).orElseThrow());
    assertEquals(Optional.empty(), values.get(TdxProfile.EPOCH));
    assertEquals(
        values,
        RawEntries.EMPTY
            .with(TdxProfile.ISV_SVN, NumericValue.Plain.of(7))
            .with(TdxProfile.TCB_COMP_SVN, values.get(TdxProfile.TCB_COMP_SVN).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "1e400", "1e999999999", "1e-999999999"})
  void takesOnlyNumbersThatCborHas(String number) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new NumericValue.Expression(Operator.EQUAL, new BigDecimal(number)));
  }

  @Test
  void lengthOfNumbersInTemplatesIsLimited() {
    Bytes json =
        Bytes.ofUtf8(
            template(
                "\"isvsvn\": {\"type\": \"numeric-expression\", \"value\": {\"numeric-operator\":"
                    + " \"equal\", \"numeric-type\": {\"type\": \"uint\", \"value\":"
                    + " 1e999999999}}}"));

    assertThrows(
        DecodingException.class,
        () -> ComidTemplate.decode(json, TdxProfile.PROFILE, new Findings(CorimOptions.STRICT)));
  }
}
