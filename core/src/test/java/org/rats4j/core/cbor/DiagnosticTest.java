package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.core.AllocatedBytes;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

class DiagnosticTest {

  private static CborItem decode(String hex) throws DecodingException {
    return CborItem.decode(Bytes.ofHex(hex), DecodeOptions.STRICT);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/cbor/diagnostic.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void printsAndParsesTheSameItem(String hex, String diagnostic) throws Exception {
    CborItem item = decode(hex);

    assertEquals(diagnostic, Diagnostic.print(item));
    assertEquals(diagnostic, item.toString());
    assertEquals(item, Diagnostic.parse(diagnostic));
    assertEquals(item, Diagnostic.parse(Diagnostic.printIndented(item)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/cbor/diagnostic-input.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void parsesWhatPeopleWrite(String diagnostic, String hex) throws Exception {
    assertEquals(decode(hex), Diagnostic.parse(diagnostic.replace("\\n", "\n")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/cbor/diagnostic-invalid.csv",
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "")
  void rejects(String diagnostic, Reason reason, int offset) {
    String text = diagnostic == null ? "" : diagnostic;

    DecodingException e = assertThrows(DecodingException.class, () -> Diagnostic.parse(text));

    assertEquals(reason, e.reason());
    assertEquals("edn", e.path());
    assertTrue(e.detail().endsWith("at offset " + offset), e.detail());
  }

  @Test
  void printsOneElementOnALine() throws Exception {
    String indented = Diagnostic.printIndented(decode("a30182010202a003d8258101"));

    assertEquals(
        """
        {
          1: [
            1,
            2
          ],
          2: {},
          3: 37([
            1
          ])
        }""",
        indented);
  }

  @Test
  void escapesWhatATerminalWouldActUpon() {
    assertEquals(
        "\"\\u0000\\n\\u001b\\u007f\\u009b\\u202e\\u2028é水😀\\\\\\\"\"",
        Diagnostic.print(new CborText("\0\n\u001b\u007f\u009b\u202e\u2028é水😀\\\"")));
  }

  @Test
  void refusesToNestWithoutEnd() throws Exception {
    String deepest = "[".repeat(127) + "1" + "]".repeat(127);

    assertEquals(deepest, Diagnostic.parse(deepest).toString());
    for (String open : new String[] {"[", "{", "{1:", "1(", "<<", "(_ "}) {
      DecodingException e =
          assertThrows(DecodingException.class, () -> Diagnostic.parse(open.repeat(100_000)), open);
      assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
    }
  }

  /** Whatever the text is, parse returns or throws DecodingException: nothing else gets out. */
  @Tag("seeded")
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Mutation mutation = new Mutation(repetition.getCurrentRepetition());
    String seed =
        "{1: [-2, 1.5e-3, Infinity, h'00ff', b64'AAE=', 'x'], \"k\\u00e9\": 61({_ 3: true}),"
            + " <<null, simple(99)>>: (_ \"a\", \"b\"), / c / 0x1f: 1_1 # end\n}";
    String text = mutation.of(seed);
    try {
      CborItem item = Diagnostic.parse(text);
      assertEquals(item, Diagnostic.parse(item.toString()));
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  @Test
  void joinsManyPartsInMemoryOfTheirSize() throws Exception {
    AllocatedBytes allocated = new AllocatedBytes();
    int parts = 20_000;
    long before = allocated.soFar();

    CborItem embedded = Diagnostic.parse("<<" + "0,".repeat(parts) + ">>");
    CborItem chunks = Diagnostic.parse("(_ " + "h'00',".repeat(parts) + ")");

    assertEquals(embedded, chunks);
    assertTrue(allocated.soFar() - before < 4_000L * parts);
  }
}
