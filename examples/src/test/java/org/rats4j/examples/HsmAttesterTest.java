package org.rats4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Pem;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidenceOptions;
import org.rats4j.pkix.EvidencePolicies;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.hsm.pkcs11.Pkcs11Module;
import org.rats4j.pkix.hsm.pkcs11.Pkcs11Token;
import org.rats4j.test.hsm.SoftHsm;

/** Runs against SoftHSM 2, and is skipped where that is not installed. */
class HsmAttesterTest {
  private static final String NONCE = "00112233445566778899aabbccddeeff";

  @TempDir private Path folder;

  @Test
  void keyMadeInTheTokenIsAttested() throws Exception {
    SoftHsm hsm = SoftHsm.withNewToken();
    try (Pkcs11Module module = Pkcs11Module.load(hsm.library().toString());
        Pkcs11Token token = module.token(SoftHsm.LABEL, SoftHsm.PIN.toCharArray())) {
      token.generate("issuing-ca", Bytes.of(1), Algorithms.ES256);
      token.generate("ak", Bytes.of(2), Algorithms.ES256);
    }
    Path pin = Files.writeString(folder.resolve("pin"), SoftHsm.PIN + "\n");
    Path evidence = folder.resolve("evidence.pem");
    Path attestationKey = folder.resolve("ak.pem");

    HsmAttesterExample.main(
        new String[] {
          hsm.library().toString(),
          SoftHsm.LABEL,
          pin.toString(),
          "issuing-ca",
          "ak",
          NONCE,
          evidence.toString(),
          attestationKey.toString()
        });

    EvidenceExpectations expected =
        EvidenceExpectations.builder()
            .key(PublicKeyInfo.of(Pem.publicKey(Files.readString(attestationKey))))
            .nonce(Bytes.ofHex(NONCE))
            .policy(EvidencePolicies.neverExportable(), EvidencePolicies.keyOriginLocal())
            .clock(Clock.systemUTC())
            .build();
    Evidence verified =
        Evidence.decodeText(Bytes.ofUtf8(Files.readString(evidence)), EvidenceOptions.STRICT)
            .verify(expected);
    assertEquals(Optional.of(false), verified.tbs().key("issuing-ca").orElseThrow().extractable());
  }
}
