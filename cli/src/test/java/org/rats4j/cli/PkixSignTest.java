package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.Bytes;
import org.rats4j.pkix.AttestationRequest;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceClaims;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.UnverifiedEvidence;

/**
 * {@code rats sign} for evidence on keys of an HSM, requests for it, and requests that carry it.
 */
class PkixSignTest {
  @TempDir private Path folder;

  private String key = "";
  private String certificate = "";
  private String evidence = "";

  @BeforeEach
  void makeFiles() throws Exception {
    key = Keys.in(folder).privateJwk();
    certificate = AkCertificate.in(folder.resolve("ak.pem"), Keys.pair());
    UnverifiedEvidence unsigned =
        Evidence.builder(EvidenceOids.PLACEHOLDER)
            .key(
                k ->
                    k.put(EvidenceClaims.IDENTIFIER, "k1")
                        .put(EvidenceClaims.SPKI, PublicKeyInfo.of(Keys.pair().getPublic()))
                        .put(EvidenceClaims.EXTRACTABLE, false))
            .sign();
    evidence = Files.writeString(folder.resolve("unsigned.pem"), unsigned.toPem()).toString();
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private Run sign(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "sign";
    all[1] = "--key";
    all[2] = key;
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Run.of(all);
  }

  @Test
  void signsEvidenceSoThatItVerifies() {
    Run signed = sign("--certificate", certificate, "--to", "pkix", "-o", out("e.pem"), evidence);

    Run before = Run.of("verify", "--trust-anchor", certificate, evidence);
    Run after = Run.of("verify", "--trust-anchor", certificate, out("e.pem"));

    assertEquals(0, signed.exit(), signed.err());
    assertEquals(3, before.exit());
    assertTrue(before.err().contains("UNSIGNED"), before.err());
    assertEquals(0, after.exit(), after.err());
  }

  @Test
  void makesACertificationRequestForTheAttestedKey() {
    sign("--certificate", certificate, "--to", "pkix", "-o", out("e.pem"), evidence);

    Run made = sign("--subject", "CN=ca", "--to", "csr", "-o", out("r.csr"), out("e.pem"));
    Run verified = Run.of("verify", "--trust-anchor", certificate, out("r.csr"));

    assertEquals(0, made.exit(), made.err());
    assertEquals(0, verified.exit(), verified.err());
    assertTrue(verified.out().contains("csr-pkix-evidence"), verified.out());
  }

  @Test
  void makesNoRequestForAKeyThatIsNotInTheEvidence() throws Exception {
    PublicKeyInfo stranger =
        PublicKeyInfo.of(KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic());
    UnverifiedEvidence other =
        Evidence.builder(EvidenceOids.PLACEHOLDER)
            .key(k -> k.put(EvidenceClaims.IDENTIFIER, "k1").put(EvidenceClaims.SPKI, stranger))
            .sign();
    Path file = Files.writeString(folder.resolve("other.pem"), other.toPem());

    Run run = sign("--subject", "CN=ca", "--to", "csr", file.toString());

    assertEquals(1, run.exit());
    assertTrue(run.err().contains("evidence is not about this key"), run.err());
  }

  @Test
  void signsRequestsForEvidence() throws Exception {
    Bytes request =
        AttestationRequest.builder(EvidenceOids.PLACEHOLDER)
            .key("k1", EvidenceClaims.EXTRACTABLE)
            .build()
            .encoded();
    Path file = Files.write(folder.resolve("request.der"), request.toByteArray());

    Run signed =
        sign(
            "--certificate",
            certificate,
            "--to",
            "pkix",
            "--kind",
            "pkix-request",
            "-o",
            out("signed.der"),
            file.toString());
    Run shown = Run.of("inspect", "--as", "pkix-request", out("signed.der"));

    assertEquals(0, signed.exit(), signed.err());
    assertEquals(0, shown.exit(), shown.err());
    assertTrue(shown.out().contains("asked for"), shown.out());
  }

  @Test
  void saysWhatIsMissing() {
    Run noCertificate = sign("--to", "pkix", evidence);
    Run noSubject = sign("--to", "csr", evidence);
    Run noName = sign("--subject", "nonsense", "--to", "csr", evidence);

    assertTrue(noCertificate.err().contains("--certificate"), noCertificate.err());
    assertTrue(noSubject.err().contains("--subject"), noSubject.err());
    assertEquals(2, noName.exit(), noName.err());
  }
}
