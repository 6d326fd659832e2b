package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

class VerifyCommandTest {
  private static final String NONCE = "00112233445566778899aabbccddeeff";
  private static final String CLAIMS =
      "{10: h'" + NONCE + "', 6: 1795262400, 4: 1795266000}"; // 12:00 to 13:00 of the test's day

  @TempDir private Path folder;

  private String token() throws Exception {
    Keys keys = Keys.in(folder);
    String claims = Files.writeString(folder.resolve("claims.edn"), CLAIMS).toString();
    String token = folder.resolve("token.cwt").toString();
    Run run = Run.of("sign", "--key", keys.privateJwk(), "--to", "cwt", "-o", token, claims);
    assertEquals(0, run.exit(), run.err());
    return token;
  }

  @Test
  void acceptsATokenWithItsKeyAndNonce() throws Exception {
    String token = token();

    Run run = Run.of("verify", "--key", Keys.in(folder).publicJwk(), "--nonce", NONCE, token);

    assertEquals(0, run.exit(), run.err());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith(token + ": verified, cwt in cose\n"), run.out());
    assertTrue(run.out().contains("eat_nonce: h'" + NONCE + "'"), run.out());
  }

  @Test
  void remarksThatNothingSaysThatTheTokenIsFresh() throws Exception {
    String token = token();

    Run run = Run.of("verify", "--key", Keys.in(folder).publicJwk(), token);

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().startsWith("note: no --nonce was given"), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--nonce 00112233445566778899aabbccddeef0 | 3 | NONCE_MISMATCH",
        "--at 2026-11-21T13:01:00Z | 3 | EXPIRED",
        "--at 2026-11-21T11:00:00Z | 3 | NOT_YET_VALID",
      })
  void refusesWithTheReason(String option, int exit, String reason) throws Exception {
    String token = token();
    String[] words = option.split(" ");

    Run run = Run.of("verify", "--key", Keys.in(folder).publicJwk(), words[0], words[1], token);

    assertEquals(exit, run.exit(), run.err());
    assertTrue(run.err().startsWith("error: " + token + ": " + reason), run.err());
    assertEquals(1, run.err().lines().count());
    assertEquals("", run.out());
  }

  @Test
  void refusesATokenWithoutKnownKey() throws Exception {
    Run run = Run.of("verify", token());

    assertEquals(3, run.exit());
    assertTrue(run.err().contains(": UNKNOWN_KEY: "), run.err());
  }

  @Test
  void refusesATokenThatWasChanged() throws Exception {
    Path token = Path.of(token());
    byte[] bytes = Files.readAllBytes(token);
    bytes[bytes.length - 1] ^= 1;
    Files.write(token, bytes);

    Run run = Run.of("verify", "--json", "--key", Keys.in(folder).publicJwk(), token.toString());

    assertEquals(3, run.exit());
    JsonObject result =
        (JsonObject) JsonValue.decode(run.out().getBytes("UTF-8"), DecodeOptions.STRICT);
    assertEquals(new JsonBoolean(false), result.get("verified").orElseThrow());
    JsonObject error = (JsonObject) result.get("error").orElseThrow();
    assertEquals(new JsonString("BAD_SIGNATURE"), error.get("reason").orElseThrow());
  }

  @Test
  void tellsAWrongKeyFileFromAWrongMessage() throws Exception {
    String token = token();
    String nonsense = Files.writeString(folder.resolve("key"), "{").toString();

    assertEquals(2, Run.of("verify", "--key", nonsense, token).exit());
    assertEquals(1, Run.of("verify", "--key", Keys.in(folder).publicJwk(), nonsense).exit());
  }

  @ParameterizedTest
  @CsvSource({"--nonce,0011", "--nonce,xyz", "--at,yesterday", "--alg,ROT13"})
  void refusesOptionsThatMeanNothing(String option, String value) {
    Run run = Run.of("verify", option, value, "file");

    assertEquals(2, run.exit());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @ParameterizedTest
  @CsvSource({
    "rfc9783-sign1,psa-tfm-iak-es256",
    "psa-2-0-0-sign1,psa-tfm-attestation-es256",
    "made-sign1-es512,es512-attester",
    "made-sign1-nonpreferred-ints,es256-attester",
  })
  void acceptsTheRealPsaTokens(String token, String key) throws Exception {
    Path eat = Vectors.folder().resolve("eat");

    Run run =
        Run.of(
            "verify",
            "--key",
            eat.resolve("keys/" + key + ".jwk.json").toString(),
            eat.resolve("psa/" + token + ".cbor").toString());

    assertEquals(0, run.exit(), run.err());
  }
}
