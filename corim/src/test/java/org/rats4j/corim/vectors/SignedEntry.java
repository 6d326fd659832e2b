package org.rats4j.corim.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jwk;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimMessage;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimExpectations;
import org.rats4j.corim.UnverifiedSignedCorim;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.VectorEntry;

/** Kind {@code signed-corim}. */
public final class SignedEntry {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

  private SignedEntry() {}

  /** Checks one entry. */
  public static void check(VectorEntry entry) throws Exception {
    Bytes cbor = Bytes.copyOf(entry.content());
    CorimProfiles profiles = CorimEntry.profiles(entry);
    Decoding.check(
        entry,
        findings -> {
          SignedCorim.decode(cbor, profiles, findings);
          assertTrue(
              CorimMessage.decode(cbor, profiles, new Findings(findings.options()))
                  instanceof UnverifiedSignedCorim);
        });
    if (entry.notes().contains("with an unknown profile the reader must reject")) {
      assertFalse(Decoding.accepts(f -> SignedCorim.decode(cbor, CorimProfiles.BUILT_IN, f)));
    }
    if (entry.expect() != Expect.INVALID && entry.verifies().isPresent()) {
      DecodeOptions options =
          entry.expect() == Expect.VALID ? CorimOptions.STRICT : CorimOptions.LENIENT;
      verify(entry, SignedCorim.decode(cbor, profiles, new Findings(options)));
    }
  }

  private static void verify(VectorEntry entry, UnverifiedSignedCorim message) throws Exception {
    SignedCorimExpectations.Builder expected = SignedCorimExpectations.builder().atAnyTime();
    entry.contentNamedBy("detachedPayload").map(Bytes::copyOf).ifPresent(expected::detachedPayload);
    entry.contentNamedBy("preimage").map(Bytes::copyOf).ifPresent(expected::preimage);
    SignedCorimExpectations withKey = expected.key(key(entry)).build();
    if (!entry.verifies().orElseThrow()) {
      VerificationException e =
          assertThrows(VerificationException.class, () -> message.verify(withKey));
      assertEquals(VerificationException.Reason.BAD_SIGNATURE, e.reason());
      return;
    }
    Corim corim = message.verify(withKey).corim().orElseThrow();
    message.unverifiedCorim().ifPresent(unverified -> assertEquals(unverified, corim));
    if (entry.notes().contains("chain ends at")) {
      X509Certificate root = certificate(entry.contentOf("keys/corim-store-root.der"));
      SignedCorimExpectations byChain =
          SignedCorimExpectations.builder()
              .trustAnchors(TrustAnchors.of(root))
              .clock(CLOCK)
              .atAnyTime()
              .build();
      assertEquals(corim, message.verify(byChain).corim().orElseThrow());
    }
  }

  private static VerificationKey key(VectorEntry entry) throws Exception {
    String file = entry.requiredText("key");
    byte[] content = entry.contentOf(file);
    if (file.endsWith(".der")) {
      return VerificationKey.of(certificate(content).getPublicKey());
    }
    if (file.endsWith(".pem")) {
      Pem pem = Pem.decode(Bytes.copyOf(content), DecodeOptions.STRICT).get(0);
      byte[] der = pem.content().toByteArray();
      return VerificationKey.of(
          KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)));
    }
    return Jwk.decode(Bytes.copyOf(content), DecodeOptions.STRICT).toVerificationKey();
  }

  private static X509Certificate certificate(byte[] der) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }
}
