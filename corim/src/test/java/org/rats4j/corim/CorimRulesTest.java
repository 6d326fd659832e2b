package org.rats4j.corim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.corim.template.ExtensionCodecs;

class CorimRulesTest {
  private static final String SIGNER = "5: [{0: \"ACME\", 2: [2]}]";

  private static Corim corim(String rest, String... triples) throws DecodingException {
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i < triples.length; i++) {
      Bytes comid = Diagnostic.parse("{1: {0: \"t" + i + "\"}, 4: {" + triples[i] + "}}").encode();
      tags.append(i == 0 ? "" : ", ").append("506(h'").append(comid.toHex()).append("')");
    }
    String corim = "501({0: \"c\", 1: [" + tags + "]" + rest + "})";
    return Corim.decode(Diagnostic.parse(corim).encode());
  }

  private static List<String> codes(Corim corim) {
    return corim.check().stream().map(it -> it.code() + " " + it.path()).toList();
  }

  /** Writes {@code a} for the environment of instance a, and so on. */
  private static String domain(String triple) {
    return triple.replaceAll("\\b([a-d])\\b", "{1: 560('$1')}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5: [[a, [b]], [b, [c]]] | ``",
        "5: [[a, [b, c]], [b, [d]], [c, [d]]] | ``",
        "5: [[a, [a]]] | SELF_EDGE corim/1/0/4/5/0",
        "5: [[a, [b]], [b, [a]]] | DOMAIN_CYCLE corim/1/0/4/5",
        "5: [[a, [b]], [b, [c]], [c, [d]], [d, [b]]] | DOMAIN_CYCLE corim/1/0/4/5",
        "4: [[a, [b]]] | NO_MEMBER corim/1",
        "4: [[a, [b]]], 5: [[d, [a, b]]] | ``",
        "4: [[a, [b]], [b, [a]]], 5: [[d, [a, b]]] | DOMAIN_CYCLE corim/1/0/4/4",
      })
  void domains(String triples, String expected) throws Exception {
    assertEquals(
        expected.isEmpty() ? List.of() : List.of(expected),
        codes(corim(", " + SIGNER, domain(triples))));
  }

  /** 2^15 texts of 30 letters that String.hashCode cannot tell apart. */
  private static List<String> namesOfOneHash() {
    List<String> names = List.of("");
    for (int i = 0; i < 15; i++) {
      names = names.stream().flatMap(name -> Stream.of(name + "Aa", name + "BB")).toList();
    }
    return names;
  }

  @Test
  @Timeout(60)
  void checksManyNamesOfOneHash() throws Exception {
    List<String> names = namesOfOneHash();
    String last = "{1: 560('" + names.get(names.size() - 1) + "')}";
    List<String> domains =
        names.stream().map(name -> "[{1: 560('" + name + "')}, [" + last + "]]").toList();
    List<String> tags = names.stream().map(name -> '"' + name + '"').toList();
    Corim corim = corim(", " + SIGNER, "5: " + domains + ", 6: [[" + last + ", " + tags + "]]");
    assertEquals(
        List.of("SELF_EDGE corim/1/0/4/5/" + (names.size() - 1), "COSWID_MISSING corim/1/0"),
        codes(corim));
  }

  @Test
  void domainsMayGoOnInAnotherComid() throws Exception {
    assertEquals(
        List.of("DOMAIN_CYCLE corim/1"),
        codes(corim(", " + SIGNER, domain("5: [[a, [b]]]"), domain("5: [[b, [a]]]"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[[[{1: {1: 553(3)}}], ADD], [[{1: {1: 553(2)}}], ADD]] | ``",
        "[[[{1: {1: 553(2)}}], ADD], [[{1: {1: 553(3)}}], ADD]] | SERIES_ROW_UNREACHABLE corim/1/0/4/8/0/1/1",
        "[[[{1: {1: 553(2)}}], ADD], [[{1: {1: 4}}], ADD]] | SERIES_ROW_UNREACHABLE corim/1/0/4/8/0/1/1",
        "[[[{1: {1: 2}}], ADD], [[{1: {1: 2}}], ADD]] | SERIES_ROW_UNREACHABLE corim/1/0/4/8/0/1/1",
        "[[[{1: {1: 2}}], ADD], [[{1: {11: \"n\"}}], ADD]] | SERIES_SHAPE corim/1/0/4/8/0/1/1",
        "[[[{0: 1, 1: {1: 2}}], ADD], [[{0: 2, 1: {1: 3}}], ADD]] | SERIES_SHAPE corim/1/0/4/8/0/1/1",
      })
  void series(String rows, String expected) throws Exception {
    String series = "8: [[[{1: 560('a')}, []], " + rows.replace("ADD", "[{1: {11: \"x\"}}]") + "]]";

    assertEquals(
        expected.isEmpty() ? List.of() : List.of(expected), codes(corim(", " + SIGNER, series)));
  }

  @Test
  void anUnsignedCorimNamesItsSigner() throws Exception {
    assertEquals(List.of("SIGNER_ENTITY_MISSING corim"), codes(corim("", domain("5: [[a, [b]]]"))));
  }

  @Test
  void remarksVersionSchemesThatAreInNoRegistry() throws Exception {
    String values = "0: [[{1: 560('a')}, [{1: {0: {0: \"1\", 1: 6}}}]]]";
    Bytes comid = Diagnostic.parse("{1: {0: \"t\"}, 4: {" + values + "}}").encode();
    Findings findings = new Findings(CorimOptions.STRICT);

    org.rats4j.corim.comid.Comid.decode(comid, findings);

    assertEquals("UNKNOWN_REGISTRY_VALUE", findings.toList().get(0).code());
  }

  /** Reads a store that is a list of names, or a tag that is a number. */
  private record Names(long number) implements TagDecoder {
    @Override
    public Object decode(CborReader in) throws DecodingException {
      return number == ConciseTag.COTS ? in.readText() : (Object) in.readLong();
    }
  }

  @Test
  void checksSeriesWhoseFlagsAreEmpty() throws Exception {
    String row = "[[{1: {1: 553(SVN), 3: {}}}], [{1: {11: \"n\"}}]]";
    String series =
        "[[{0: {1: \"v\"}}, []], ["
            + row.replace("SVN", "1")
            + ", "
            + row.replace("SVN", "2")
            + "]]";
    Bytes cbor =
        Diagnostic.parse("501({0: \"c\", 1: [506(<<{1: {0: \"t\"}, 4: {8: [" + series + "]}}>>)]})")
            .encode();

    Corim corim = Corim.decode(cbor, CorimOptions.LENIENT);

    assertTrue(
        corim.check().stream()
            .anyMatch(finding -> finding.code().equals(CorimCodes.SERIES_ROW_UNREACHABLE)));
  }

  @Test
  void aProfileGivesEachNameOnce() {
    CorimProfile.Builder profile =
        CorimProfile.builder(CorimProfileId.of("urn:p"))
            .key(ExtensionKey.ofValue(-1, "a", ExtensionCodecs.TEXT));

    assertThrows(
        IllegalArgumentException.class,
        () -> profile.key(ExtensionKey.ofValue(-2, "a", ExtensionCodecs.TEXT)));
    assertThrows(
        IllegalArgumentException.class,
        () -> profile.key(ExtensionKey.ofValue(-1, "b", ExtensionCodecs.TEXT)));
  }

  private static Corim withTag(long number, CborWriter content, CorimProfiles profiles)
      throws DecodingException {
    CborWriter out = new CborWriter();
    out.writeTag(501).startMap(2).writeInt(0).writeText("c").writeInt(1).startArray(1);
    out.writeTag(number).writeRaw(content.toBytes());
    return Corim.decode(out.toBytes(), profiles, new Findings(CorimOptions.STRICT));
  }

  @Test
  void aDecoderReadsTagsThatAreOnlyCarriedOtherwise() throws Exception {
    CorimProfiles profiles =
        CorimProfiles.BUILT_IN.with(new Names(ConciseTag.COTS)).with(new Names(70000));
    CborWriter store = new CborWriter().writeBytes(new CborWriter().writeText("x").toBytes());

    Corim cots = withTag(ConciseTag.COTS, store, profiles);
    Corim other = withTag(70000, new CborWriter().writeInt(7), profiles);

    ConciseTag.Decoded tag = (ConciseTag.Decoded) cots.tags().get(0);
    assertEquals(Optional.of("x"), tag.value(String.class));
    assertEquals(Optional.empty(), tag.value(Long.class));
    assertEquals(cots, Corim.decode(cots.encode(), profiles, new Findings(CorimOptions.STRICT)));
    assertEquals(Optional.of(7L), ((ConciseTag.Decoded) other.tags().get(0)).value(Long.class));
    assertEquals(other, Corim.decode(other.encode(), profiles, new Findings(CorimOptions.STRICT)));
  }

  @Test
  void whatADecoderRefusesIsRefused() {
    CorimProfiles profiles = CorimProfiles.BUILT_IN.with(new Names(70000));

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> withTag(70000, new CborWriter().writeText("x"), profiles));

    assertEquals("corim/1/0", e.path());
    assertThrows(IllegalArgumentException.class, () -> CorimProfiles.NONE.with(new Names(506)));
  }
}
