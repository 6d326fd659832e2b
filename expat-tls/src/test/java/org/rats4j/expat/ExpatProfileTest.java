package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;

class ExpatProfileTest {

  @Test
  void presetsAreThoseOfTheDraft() {
    ExpatProfile draft = ExpatProfile.draft03(0xff01);

    assertEquals(0xff01, draft.extensionType());
    assertEquals("Attestation", draft.binderLabel());
    assertEquals(32, draft.exportLength());
    assertEquals(SignatureScheme.DEFAULT, draft.signatureSchemes());
    assertEquals(PassportBinding.NONCE_OR_KEY, draft.passportBinding());
    assertEquals(0xff00, ExpatProfile.cocos().extensionType());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65536, 0, 13, 51})
  void takesNoTypeOfAnotherExtension(int type) {
    assertThrows(IllegalArgumentException.class, () -> ExpatProfile.draft03(type));
  }

  @Test
  void takesNoValueOutOfItsRange() {
    List<ExpatProfile.Builder> wrong =
        List.of(
            profile().binderLabel(""),
            profile().binderLabel("a".repeat(250)),
            profile().binderLabel("\u00e4"),
            profile().exportLength(31),
            profile().exportLength(256),
            profile().contextLength(7),
            profile().contextLength(256),
            profile().minContextLength(-1),
            profile().signatureSchemes(List.of()),
            profile().signatureSchemes(List.of(SignatureScheme.RSA_PKCS1_SHA256)));

    for (ExpatProfile.Builder builder : wrong) {
      assertThrows(IllegalArgumentException.class, builder::build);
    }
  }

  private static ExpatProfile.Builder profile() {
    return ExpatProfile.builder(ExpatProfile.PLACEHOLDER_TYPE);
  }

  @Test
  void reportDataIsAHashOrPadded() {
    Bytes binder = Bytes.ofHex("61".repeat(32));

    assertEquals(64, ReportData.sha512(binder).size());
    assertEquals(
        "ddaf35a193617abacc417349ae204131", // FIPS 180-4, SHA-512 of "abc"
        ReportData.sha512(Bytes.ofUtf8("abc")).slice(0, 16).toHex());
    assertEquals("61".repeat(32) + "00".repeat(32), ReportData.zeroPadded(binder).toHex());
    assertThrows(
        IllegalArgumentException.class, () -> ReportData.zeroPadded(Bytes.copyOf(new byte[65])));
  }

  @Test
  void thePageOfErrorsListsEveryCode() throws Exception {
    String page = Files.readString(Path.of("../docs/errors.md"));

    Set<String> absent = new TreeSet<>();
    for (Field constant : ExpatCodes.class.getFields()) {
      String code = (String) constant.get(null);
      if (!page.contains("`" + code + "`")) {
        absent.add(code);
      }
    }
    assertEquals(Set.of(), absent);
  }
}
