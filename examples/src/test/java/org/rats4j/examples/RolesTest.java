package org.rats4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.ear.Decision;

/** Endorser, attester, verifier and relying party, one after the other, by files alone. */
class RolesTest {
  private static final String NONCE = "00112233445566778899aabbccddeeff";
  private static final String OTHER_NONCE = "ffeeddccbbaa99887766554433221100";

  @TempDir private Path folder;
  private KeyFiles endorser;
  private KeyFiles device;
  private KeyFiles verifier;

  @BeforeEach
  void releasesFirmware() throws Exception {
    endorser = KeyFiles.make(folder, "endorser");
    device = KeyFiles.make(folder, "device");
    verifier = KeyFiles.make(folder, "verifier");
    Files.writeString(file("released"), "firmware 1.4.0");
    Files.writeString(file("changed"), "firmware 1.4.0 and a visitor");
    EndorserExample.main(
        args(endorser.privateKey(), device.publicKey(), file("released"), file("corim")));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static String[] args(Object... values) {
    return List.of(values).stream().map(Object::toString).toArray(String[]::new);
  }

  private void attest(KeyFiles key, String nonce, String firmware) throws Exception {
    AttesterExample.main(args(key.privateKey(), nonce, file(firmware), file("evidence")));
  }

  private void appraise() throws Exception {
    VerifierExample.main(
        args(
            verifier.privateKey(),
            endorser.publicKey(),
            file("corim"),
            NONCE,
            file("evidence"),
            file("ear")));
  }

  private Decision decide(String nonce) throws Exception {
    return RelyingPartyExample.decide(
        VerificationKey.of(verifier.keys().getPublic()),
        Bytes.ofHex(nonce),
        Bytes.copyOf(Files.readAllBytes(file("ear"))));
  }

  @Test
  void deviceWithReleasedFirmwareIsTrusted() throws Exception {
    attest(device, NONCE, "released");
    appraise();
    RelyingPartyExample.main(args(verifier.publicKey(), NONCE, file("ear")));

    assertEquals(new Decision(true, List.of()), decide(NONCE));
  }

  @Test
  void deviceWithOtherFirmwareIsNot() throws Exception {
    attest(device, NONCE, "changed");
    appraise();

    Decision decision = decide(NONCE);

    assertFalse(decision.accepted());
    assertEquals(
        List.of("TIER_NOT_ALLOWED"), decision.reasons().stream().map(Finding::code).toList());
  }

  @Test
  void resultForAnotherIsRefused() throws Exception {
    attest(device, NONCE, "released");
    appraise();

    VerificationException e = assertThrows(VerificationException.class, () -> decide(OTHER_NONCE));

    assertEquals(VerificationException.Reason.NONCE_MISMATCH, e.reason());
  }

  @Test
  void evidenceOfBeforeIsRefused() throws Exception {
    attest(device, OTHER_NONCE, "released");

    VerificationException e = assertThrows(VerificationException.class, this::appraise);

    assertEquals(VerificationException.Reason.NONCE_MISMATCH, e.reason());
  }

  @Test
  void evidenceOfAnotherKeyIsRefused() throws Exception {
    attest(KeyFiles.make(folder, "stranger"), NONCE, "released");

    assertThrows(VerificationException.class, this::appraise);
  }
}
