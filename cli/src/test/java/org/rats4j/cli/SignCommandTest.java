package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignCommandTest {
  private static final String JSON =
      "{\"eat_nonce\":\"ABEiM0RVZneImaq7zN3u_w\",\"iat\":1795262400}";

  @TempDir private Path folder;

  private String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private Run sign(String key, String to, String input) throws Exception {
    String out = folder.resolve("signed").toString();
    Run run = Run.of("sign", "--key", key, "--to", to, "-o", out, input);
    assertEquals(0, run.exit(), run.err());
    return Run.of("verify", "--key", Keys.in(folder).publicJwk(), out);
  }

  @ParameterizedTest
  @CsvSource({"cwt,cwt in cose", "jwt,jwt in jws", "cose,cose in cbor", "jws,jwt in jws"})
  void signsClaimsInJsonSoThatTheyVerify(String to, String kind) throws Exception {
    Run run = sign(Keys.in(folder).privateJwk(), to, file("claims.json", JSON));

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains(": verified, " + kind + "\n"), run.out());
  }

  @Test
  void takesTheNonceInJsonForBase64UrlInACwt() throws Exception {
    Run run = sign(Keys.in(folder).privateCose(), "cwt", file("claims.json", JSON));

    assertTrue(run.out().contains("eat_nonce: h'00112233445566778899aabbccddeeff'"), run.out());
  }

  @Test
  void signsWrappersWithTheirContentType() throws Exception {
    String cmw = file("record.json", "[\"text/plain\",\"aGVsbG8\"]");
    String out = folder.resolve("signed.cmw").toString();

    Run run =
        Run.of(
            "sign",
            "--key",
            Keys.in(folder).privateJwk(),
            "--to",
            "cose",
            "--kind",
            "cmw",
            "-o",
            out,
            cmw);

    assertEquals(0, run.exit(), run.err());
    Run shown = Run.of("inspect", out);
    assertTrue(shown.out().contains("content type: \"application/cmw+cbor\""), shown.out());
    assertTrue(shown.out().contains("\"hello\""), shown.out());
  }

  @Test
  void refusesClaimsThatAVerifierWouldRefuse() throws Exception {
    String claims = file("claims.json", "{\"eat_nonce\":\"short\"}");

    Run run = Run.of("sign", "--key", Keys.in(folder).privateJwk(), "--to", "jwt", claims);

    assertEquals(1, run.exit());
    assertTrue(run.err().contains(" at "), run.err());
    assertEquals(0, run.bytes().length);
  }

  @Test
  void refusesAPublicKey() throws Exception {
    String claims = file("claims.json", JSON);

    Run run = Run.of("sign", "--key", Keys.in(folder).publicJwk(), "--to", "jwt", claims);

    assertEquals(2, run.exit());
    assertTrue(run.err().endsWith("no key that can sign\n"), run.err());
  }

  @Test
  void neverShowsWhatIsSecretInAKey() throws Exception {
    Keys keys = Keys.in(folder);
    String secret =
        Files.readString(Path.of(keys.privateJwk())).replaceAll(".*\"d\":\"([^\"]+)\".*", "$1");
    String scalar =
        java.util.HexFormat.of().formatHex(java.util.Base64.getUrlDecoder().decode(secret));

    for (String key : new String[] {keys.privateJwk(), keys.privateCose()}) {
      for (String option : new String[] {"--json", "--lenient"}) {
        String out = Run.of("inspect", option, key).out();
        assertTrue(out.contains("private"), out);
        assertFalse(out.contains(secret), out);
        assertFalse(out.contains(scalar), out);
      }
    }
  }
}
