package org.rats4j.corim.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.cca.CcaPlatformProfile;
import org.rats4j.corim.cca.CcaRealmProfile;
import org.rats4j.corim.psa.PsaProfile;

class ArmProfilesTest {
  private static final String HASH =
      "h'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'";

  private static final String UEID =
      "550(h'01000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f')";

  private static final String SOFTWARE =
      "{0: \"psa.software-component\", 1: {0: {0: \"1\"}, 2: [[\"sha-256\", HASH]], 13: [560(HASH)]}}";

  private static final String PSA =
      ("{1: {0: \"t\"}, 4: {0: [[{0: {0: 560(HASH)}}, [" + SOFTWARE + "]]], ")
          + "3: [[{0: {0: 560(HASH)}, 1: UEID}, [554(\"key\")]]],"
          + " 10: [[[[{0: {0: 560(HASH)}}, [{1: {11: \"n\"}}]]],"
          + " [[{0: {0: 560(HASH)}}, [{0: \"psa.certification\", 1: {100: \"1234567890123 - 12345\"}}]]]]]}}";

  private static final String PLATFORM =
      ("{1: {0: \"t\"}, 4: {0: [[{0: {0: 560(HASH)}}, [" + SOFTWARE.replace("psa.", "cca."))
          + ", {0: \"cca.platform-config\", 1: {4: 563([h'01', h'ff'])}}]]],"
          + " 3: [[{0: {0: 560(HASH)}, 1: UEID}, [554(\"key\")]]]}}";

  private static final String REALM =
      "{1: {0: \"t\"}, 4: {0: [[{0: {0: 560(HASH)}}, ["
          + "{0: \"cca.rim\", 1: {2: [[\"sha-256\", HASH]]}},"
          + " {0: \"cca.rem3\", 1: {2: [[\"sha-256\", HASH]]}},"
          + " {0: \"cca.rpv\", 1: {4: 560(h'00')}}]]]}}";

  private static Findings decode(CorimProfileId profile, String comid) throws DecodingException {
    Findings findings = new Findings(CorimOptions.STRICT);
    Manifest.decode(profile, comid.replace("HASH", HASH).replace("UEID", UEID), findings);
    return findings;
  }

  private static void checkRefused(
      CorimProfileId profile, String comid, String part, String instead, String path) {
    assertTrue(comid.contains(part), part);
    DecodingException e =
        assertThrows(DecodingException.class, () -> decode(profile, comid.replace(part, instead)));
    assertEquals("PROFILE_RULE corim/1/0/" + path, e.code() + " " + e.path());
  }

  @Test
  void psaTakesWhatItDescribes() throws Exception {
    assertEquals(List.of(), decode(PsaProfile.ID, PSA).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "4: {0: [[{0: {0: 560(HASH)}} | 4: {0: [[{0: {0: 560(h'00')}} | 4/0/0/0",
        "4: {0: [[{0: {0: 560(HASH)}} | 4: {0: [[{1: 560(HASH)} | 4/0/0/0",
        "0: \"psa.software-component\" | 0: \"psa.other\" | 4/0/0/1/0",
        "0: \"psa.software-component\" | 0: 1 | 4/0/0/1/0",
        "2: [[\"sha-256\", HASH]], | `` | 4/0/0/1/0/1",
        "2: [[\"sha-256\", HASH]], | 2: [[\"own\", h'00']], | 4/0/0/1/0/1/2/0",
        "13: [560(HASH)] | 13: [560(HASH), 560(HASH)] | 4/0/0/1/0/1/13",
        "13: [560(HASH)] | 13: [554(\"key\")] | 4/0/0/1/0/1/13",
        "13: [560(HASH)] | 13: [560(h'00')] | 4/0/0/1/0/1/13",
        "0: {0: \"1\"} | 0: {0: \"1\", 1: 1} | 4/0/0/1/0/1/0",
        "13: [560(HASH)]}} | 13: [560(HASH)]}, 2: [560(h'00')]} | 4/0/0/1/0/2",
        "3: [[{0: {0: 560(HASH)}, | 3: [[{ | 4/3/0/0",
        "1: UEID | 2: 560(h'00') | 4/3/0/0",
        "1: UEID | 1: 550(h'01020304050607') | 4/3/0/0",
        "1: UEID | 1: 560(HASH) | 4/3/0/0",
        "[554(\"key\")] | [554(\"key\"), 554(\"key\")] | 4/3/0/1",
        "[554(\"key\")] | [555(\"key\")] | 4/3/0/1",
        "psa.certification | psa.other | 4/10/0/1/0/1/0",
      })
  void psaRefuses(String part, String instead, String path) {
    checkRefused(PsaProfile.ID, PSA, part, instead, path);
  }

  @Test
  void psaRefusesACertificateOfAnotherNameInASeries() {
    String number = "100: \"1234567890123 - 12345\"";
    String series =
        "8: [[[{0: {0: 560(HASH)}}, []], [[[{1: {11: \"n\"}}], [{0: \"psa.certification\", 1: {"
            + number
            + "}}]]]]]";
    checkRefused(
        PsaProfile.ID,
        "{1: {0: \"t\"}, 4: {" + series + "}}",
        "psa.certification",
        "psa.other",
        "4/8/0/1/0/1/0");
  }

  @Test
  void platformTakesWhatItDescribes() throws Exception {
    assertEquals(List.of(), decode(CcaPlatformProfile.ID, PLATFORM).toList());
    String mask = PLATFORM.replace("563([h'01', h'ff'])", "560(h'01'), 5: h'ff'");
    assertEquals(List.of(), decode(CcaPlatformProfile.ID, mask).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "4: {0: [[{0: {0: 560(HASH)}} | 4: {0: [[{1: 560(HASH)} | 4/0/0/0",
        "cca.software-component | cca.other | 4/0/0/1/0",
        "563([h'01', h'ff']) | 560(h'01') | 4/0/0/1/1/1",
        "cca.software-component\", 1: {0: {0: \"1\"}, 2: [[\"sha-256\", HASH]], 13: [560(HASH)]} | cca.platform-config\", 1: {4: 563([h'', h''])} | 4/0/0/1",
        "13: [560(HASH)]}} | 13: [560(HASH)]}, 2: [560(h'00')]} | 4/0/0/1/0/2",
        "[554(\"key\")] | [555(\"key\")] | 4/3/0/1",
      })
  void platformRefuses(String part, String instead, String path) {
    checkRefused(CcaPlatformProfile.ID, PLATFORM, part, instead, path);
  }

  @Test
  void realmRemarksThatAPersonalizationValueIsShort() throws Exception {
    assertEquals(
        List.of("PROFILE_VALUE_SIZE corim/1/0/4/0/0/1/2/1/4"),
        decode(CcaRealmProfile.ID, REALM).toList().stream()
            .map(finding -> finding.code() + " " + finding.path())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "4: {0: [[{0: {0: 560(HASH)}} | 4: {0: [[{0: {0: 560(h'00')}} | 4/0/0/0",
        "cca.rim | cca.rem0 | 4/0/0/1",
        "cca.rem3 | cca.rem4 | 4/0/0/1/1",
        "cca.rem3\", 1: {2: [[\"sha-256\", HASH]] | cca.rem3\", 1: {2: [[\"sha-256\", HASH], [\"own\", HASH]] | 4/0/0/1/1/1/2",
        "4: 560(h'00') | 11: \"n\" | 4/0/0/1/2/1",
      })
  void realmRefuses(String part, String instead, String path) {
    checkRefused(CcaRealmProfile.ID, REALM, part, instead, path);
  }

  @Test
  void remarksAlgorithmsThatAreNamedByNumbers() throws Exception {
    assertEquals(
        CorimCodes.PROFILE_DIGEST_ALG_INT,
        decode(PsaProfile.ID, PSA.replace("\"sha-256\"", "1")).toList().get(0).code());
  }
}
