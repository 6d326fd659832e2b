package org.rats4j.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseExpectations;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseLeniencies;
import org.rats4j.core.cose.CoseMac0;
import org.rats4j.core.cose.CoseMessage;
import org.rats4j.core.cose.CoseSign;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.HashEnvelope;
import org.rats4j.core.cose.UnverifiedCoseMac0;
import org.rats4j.core.cose.UnverifiedCoseMessage;
import org.rats4j.core.cose.UnverifiedCoseSign;
import org.rats4j.core.cose.UnverifiedCoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.CertificateThumbprint;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.LeniencyChoice;
import org.rats4j.test.vectors.Reading;
import org.rats4j.test.vectors.VectorEntry;

/** Kind {@code cose}: one message, read, its to-be-signed bytes compared, and verified. */
public final class CoseEntry {
  /** The members beyond the common ones. */
  public static final String[] MEMBERS = {
    "keys",
    "message",
    "external_aad",
    "detached_payload",
    "preimage",
    "to_be_signed",
    "trust_anchor",
    "certificate"
  };

  private static final DecodeOptions LENIENT =
      DecodeOptions.builder().allow(CoseLeniencies.LENIENT).build();

  private static final Clock AT =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final VectorEntry entry;
  private final UnverifiedCoseMessage message;
  private final Bytes externalAad;

  private CoseEntry(VectorEntry entry, UnverifiedCoseMessage message) {
    this.entry = entry;
    this.message = message;
    this.externalAad = entry.hex("external_aad").map(Bytes::copyOf).orElse(Bytes.EMPTY);
  }

  /** Checks one entry. */
  public static void check(VectorEntry entry) throws Exception {
    Reading.check(entry, leniencies -> read(entry, leniencies));
    if (entry.expect() == Expect.INVALID) {
      return;
    }
    CoseEntry accepted = new CoseEntry(entry, decode(entry, LENIENT));
    if (isToBeSignedOurs(entry)) {
      accepted.checkToBeSigned();
    }
    accepted.checkCertificate();
    if (entry.verifies().isPresent()) {
      accepted.checkVerification(entry.verifies().get());
    }
  }

  private static Reading read(VectorEntry entry, LeniencyChoice leniencies) {
    DecodeOptions.Builder options = DecodeOptions.builder();
    CoseLeniencies.LENIENT.stream()
        .filter(each -> leniencies.all() || leniencies.codes().contains(each.code()))
        .forEach(options::allow);
    try {
      UnverifiedCoseMessage message = decode(entry, options.build());
      assertEquals(Bytes.copyOf(entry.content()), message.encoded());
      return Reading.accepted(
          message.findings().stream()
              .filter(finding -> finding.severity() == Finding.Severity.DEVIATION)
              .map(Finding::code)
              .toList());
    } catch (DecodingException e) {
      Set<String> names = new HashSet<>(Set.of(e.reason().name()));
      names.add(e.code());
      return Reading.refused(names.toArray(String[]::new));
    }
  }

  private static UnverifiedCoseMessage decode(VectorEntry entry, DecodeOptions options)
      throws DecodingException {
    Optional<String> stated = entry.text("message");
    if (stated.isEmpty()) {
      return CoseMessage.decode(entry.content(), options);
    }
    return switch (stated.get()) {
      case "sign1" -> CoseSign1.decode(entry.content(), options);
      case "sign" -> CoseSign.decode(entry.content(), options);
      case "mac0" -> CoseMac0.decode(entry.content(), options);
      default -> throw new AssertionError("message type that this test does not know");
    };
  }

  /**
   * Of a message made to fail the manifest may have the bytes that its signature is really over.
   */
  private static boolean isToBeSignedOurs(VectorEntry entry) {
    return entry.verifies().orElse(true) || entry.notes().contains("to-be-signed bytes");
  }

  private void checkToBeSigned() {
    List<String> expected = entry.texts("to_be_signed");
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(Bytes.ofHex(expected.get(i)), toBeSigned(i), "to be signed");
    }
  }

  private Bytes toBeSigned(int signer) {
    Bytes payload =
        message
            .payload()
            .or(() -> entry.hex("detached_payload").map(Bytes::copyOf))
            .orElse(Bytes.EMPTY);
    if (message instanceof UnverifiedCoseSign sign) {
      return sign.toBeSigned(signer, externalAad, payload);
    }
    return message instanceof UnverifiedCoseSign1 sign1
        ? sign1.toBeSigned(externalAad, payload)
        : ((UnverifiedCoseMac0) message).toBeSigned(externalAad, payload);
  }

  private void checkCertificate() {
    Optional<byte[]> certificate = entry.contentNamedBy("certificate");
    if (certificate.isPresent()) {
      CertificateThumbprint x5t = signer().x5t().orElseThrow();
      assertEquals(
          CoseHash.digest(x5t.hashAlgorithm(), Bytes.copyOf(certificate.get())),
          Optional.of(x5t.value()));
    }
  }

  private CoseHeaders signer() {
    return message instanceof UnverifiedCoseSign sign
        ? sign.signatures().get(0).protectedHeaders()
        : message.protectedHeaders();
  }

  private void checkVerification(boolean verifies) throws Exception {
    for (int signer = 0; signer < Math.max(1, entry.texts("keys").size()); signer++) {
      checkVerification(verifies, signer);
    }
  }

  private void checkVerification(boolean verifies, int signer) throws Exception {
    CoseExpectations.Builder builder = expectations(signer);
    CoseExpectations expectations = builder.build();
    if (verifies) {
      checkPreimage(verify(signer, expectations));
      return;
    }
    VerificationException e =
        assertThrows(VerificationException.class, () -> verify(signer, expectations));
    assertEquals(expectedReason(), e.reason());
    if (e.reason() == VerificationException.Reason.ALGORITHM_NOT_ALLOWED
        && entry.notes().contains("the signature itself is right")) {
      Set<Long> named = Set.of(message.protectedHeaders().algorithm().orElseThrow());
      verify(signer, builder.algorithms(named).build());
    }
  }

  /** A lenient entry names its deviation first, and perhaps the refusal behind it. */
  private VerificationException.Reason expectedReason() {
    for (VerificationException.Reason reason : VerificationException.Reason.values()) {
      if (entry.reason().contains(reason.name())) {
        return reason;
      }
    }
    assertTrue(entry.reasonCodes().contains(CoseLeniencies.ALG_MISSING.code()), entry.reason());
    return VerificationException.Reason.ALGORITHM_NOT_ALLOWED;
  }

  private CoseMessage verify(int signer, CoseExpectations expectations)
      throws VerificationException {
    if (message instanceof UnverifiedCoseSign sign) {
      return sign.verify(signer, expectations);
    }
    return message instanceof UnverifiedCoseSign1 sign1
        ? sign1.verify(expectations)
        : ((UnverifiedCoseMac0) message).verify(expectations);
  }

  private CoseExpectations.Builder expectations(int signer) throws Exception {
    CoseExpectations.Builder expectations =
        CoseExpectations.builder().keys(keys(signer)).externalAad(externalAad);
    entry.hex("detached_payload").map(Bytes::copyOf).ifPresent(expectations::detachedPayload);
    if (entry.notes().contains("must be allowed explicitly")) {
      Set<Long> algorithms = new HashSet<>(Algorithms.DEFAULT);
      algorithms.add(Algorithms.HMAC_256_64);
      expectations.algorithms(algorithms);
    }
    return expectations;
  }

  private KeyResolver keys(int signer) throws Exception {
    Optional<byte[]> anchor = entry.contentNamedBy("trust_anchor");
    if (anchor.isPresent()) {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(anchor.get()));
      return KeyResolver.x5chain(TrustAnchors.of(certificate), AT);
    }
    List<VerificationKey> keys = new ArrayList<>();
    List<String> files = entry.has("keys") ? entry.texts("keys") : entry.texts("key");
    for (String file : files.isEmpty() ? files : List.of(files.get(signer))) {
      VerificationKey key = VectorKeys.of(entry.objectOf(file));
      KeyFile.check(entry.contentOf(file), key);
      boolean named = entry.reasonCodes().contains(CoseLeniencies.ALG_UNPROTECTED.code());
      keys.add(
          named ? key.withAlgorithm(message.unprotectedHeaders().algorithm().orElseThrow()) : key);
    }
    return hints -> keys;
  }

  private void checkPreimage(CoseMessage verified) throws VerificationException {
    Optional<Bytes> preimage = entry.hex("preimage").map(Bytes::copyOf);
    if (preimage.isEmpty()) {
      return;
    }
    HashEnvelope envelope = verified.hashEnvelope().orElseThrow();
    if (!entry.notes().contains("DIGEST_MISMATCH")) {
      envelope.verifyPreimage(preimage.get());
      return;
    }
    VerificationException e =
        assertThrows(VerificationException.class, () -> envelope.verifyPreimage(preimage.get()));
    assertEquals(VerificationException.Reason.DIGEST_MISMATCH, e.reason());
  }
}
