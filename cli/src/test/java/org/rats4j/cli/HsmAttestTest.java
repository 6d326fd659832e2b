package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.pkix.hsm.pkcs11.Pkcs11Module;
import org.rats4j.pkix.hsm.pkcs11.Pkcs11Token;
import org.rats4j.test.hsm.SoftHsm;

/** {@code rats hsm attest} with a token of SoftHSM 2, and what a verifier makes of it. */
class HsmAttestTest {
  private static final String NONCE = "00112233445566778899aabbccddeeff";

  @TempDir private static Path folder;

  private static SoftHsm hsm;
  private static Path pin;

  @BeforeAll
  static void makeKeys() throws Exception {
    hsm = SoftHsm.withNewToken();
    try (Pkcs11Module module = Pkcs11Module.load(hsm.library().toString());
        Pkcs11Token token = module.token(SoftHsm.LABEL, SoftHsm.PIN.toCharArray())) {
      token.generate("ak", Bytes.of(1), Algorithms.ES256);
      token.generate("ca", Bytes.of(2), Algorithms.ES256);
      token.generateExtractable("open", Bytes.of(3), Algorithms.ES256);
    }
    pin = Files.writeString(folder.resolve("pin"), SoftHsm.PIN + "\n");
  }

  private static Run attest(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "hsm",
                "attest",
                "--module",
                hsm.library().toString(),
                "--token",
                SoftHsm.LABEL,
                "--pin-file",
                pin.toString(),
                "--ak",
                "ak",
                "--nonce",
                NONCE));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  /** The attestation key itself, as others get it to know. */
  private static Path attestationKey() throws Exception {
    Path key = folder.resolve("ak.pem");
    Files.writeString(key, HsmEvidence.signerPem(attest("--key", "ca").out()));
    return key;
  }

  private static Run verify(Path evidence, String policy) throws Exception {
    Path file = Files.writeString(folder.resolve("policy.json"), policy);
    return Run.of(
        "verify",
        "--key",
        attestationKey().toString(),
        "--nonce",
        NONCE,
        "--policy",
        file.toString(),
        evidence.toString());
  }

  @Test
  void attestsKeysThatAVerifierThenJudges() throws Exception {
    Path evidence = folder.resolve("evidence.pem");

    Run attested = attest("--key", "ca", "--key", "03", "-o", evidence.toString());
    Run good =
        verify(
            evidence, "[\"never-exportable(ca)\", \"key-origin-local\", \"require-ak-binding\"]");
    Run purposes = verify(evidence, "[\"allowed-purposes(sign, verify)\"]");
    Run fewer = verify(evidence, "[\"allowed-purposes(sign)\"]");
    Run bad = verify(evidence, "[\"non-exportable\"]");

    assertEquals(0, attested.exit(), attested.err());
    assertEquals("", attested.out());
    assertEquals(0, good.exit(), good.err() + good.out());
    assertEquals(0, purposes.exit(), purposes.err() + purposes.out());
    assertEquals(4, fewer.exit(), fewer.err() + fewer.out());
    assertEquals(4, bad.exit(), bad.err() + bad.out());
    assertTrue(bad.out().contains("POLICY_NON_EXPORTABLE"), bad.out());
  }

  @Test
  void writesNothingButTheEvidence() {
    PrintStream original = System.out;
    ByteArrayOutputStream leaked = new ByteArrayOutputStream();
    Run run;
    System.setOut(new PrintStream(leaked, true, StandardCharsets.UTF_8));
    try {
      run = attest("--key", "ca");
    } finally {
      System.setOut(original);
    }

    assertTrue(run.out().startsWith("-----BEGIN EVIDENCE-----"), run.out());
    assertTrue(run.out().stripTrailing().endsWith("-----END EVIDENCE-----"), run.out());
    assertEquals("", leaked.toString(StandardCharsets.UTF_8));
  }

  @Test
  void showsWhatTheTokenSaysAndNothingElse() {
    Run shown = Run.withInput(attest("--key", "ca").bytes(), "inspect", "-");

    assertEquals(0, shown.exit(), shown.err());
    for (String name : List.of("nonce", "ak-spki", "hwserial", "never-extractable", "spki")) {
      assertTrue(shown.out().contains(name), shown.out());
    }
    assertFalse(shown.out().contains("fipsboot"), shown.out());
  }

  @Test
  void saysWhatIsNotThere() throws Exception {
    Run noKey = attest("--key", "nobody");
    Run again = attest("--key", "ca", "--key", "02");
    Files.writeString(pin, "wrong");
    Run wrongPin = attest("--key", "ca");
    Files.writeString(pin, SoftHsm.PIN);

    assertTrue(noKey.err().contains("no such key"), noKey.err());
    assertTrue(again.err().contains("key asked for twice"), again.err());
    assertTrue(wrongPin.err().contains("CKR_PIN_INCORRECT"), wrongPin.err());
    for (Run run : List.of(noKey, again, wrongPin)) {
      assertEquals("", run.out());
      assertTrue(run.exit() > 0);
    }
  }
}
