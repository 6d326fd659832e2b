package org.rats4j.benchmarks.ear;

import java.time.Instant;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;
import org.rats4j.ear.Appraisal;
import org.rats4j.ear.Category;
import org.rats4j.ear.ClaimMap;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarClaims;
import org.rats4j.ear.RawEvidence;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Ueid;

/** A result whose JSON has 1.5 KB: a host with two accelerators and a bit of evidence. */
final class Result {
  private static final Bytes NONCE =
      Bytes.ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  private Result() {}

  static EarClaims claims() {
    return Ear.builder()
        .verifierId("https://verifier.example.com", "verifier 1.4.0-2026.11")
        .issuedAt(Instant.parse("2026-11-21T12:00:00Z"))
        .expiresAt(Instant.parse("2036-11-21T12:05:00Z"))
        .claim(Claims.ISSUER, "https://verifier.example.com")
        .nonce(NONCE)
        .rawEvidence(
            RawEvidence.of(
                CmwRecord.of(
                    MediaType.of("application/vnd.evidence"), Bytes.copyOf(new byte[120]))))
        .submod("host", host())
        .submod("gpu0", gpu())
        .submod("gpu1", gpu())
        .deriveStatus()
        .build();
  }

  private static Appraisal host() {
    return Appraisal.builder()
        .claim(Category.INSTANCE_IDENTITY, 2)
        .claim(Category.CONFIGURATION, 2)
        .claim(Category.EXECUTABLES, 3)
        .claim(Category.FILE_SYSTEM, 2)
        .claim(Category.HARDWARE, 2)
        .claim(Category.RUNTIME_OPAQUE, 2)
        .policyId("https://verifier.example.com/policy/host/7")
        .evidenceNonce(NONCE)
        .attesterClaims(ClaimMap.builder().put(Claims.UEID, Ueid.rand(NONCE.slice(0, 16))).build())
        .build();
  }

  private static Appraisal gpu() {
    return Appraisal.builder()
        .claim(Category.INSTANCE_IDENTITY, 2)
        .claim(Category.EXECUTABLES, 2)
        .claim(Category.HARDWARE, 2)
        .policyId("https://verifier.example.com/policy/accelerator/12")
        .evidenceNonce(NONCE)
        .build();
  }
}
