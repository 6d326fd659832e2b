package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.CertificateThumbprint;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.KeyResolver;

class CoseKeySetTest {
  private static final String ED25519 = "a401010241612006215820" + "58" + "66".repeat(31);
  private static final String OFF_CURVE = "a301012006215820" + "02" + "00".repeat(31);
  private static final String MAC = "a301040241622041aa";
  private static final String MAC_CREATE_ONLY = "a40104024163048109" + "2041aa";
  private static final String UNKNOWN = "a1011863";

  private static CoseKeySet decode(String hex) throws DecodingException {
    return CoseKeySet.decode(Bytes.ofHex(hex), DecodeOptions.STRICT);
  }

  private record Named(String name) implements KeyHints {
    @Override
    public OptionalLong algorithm() {
      return OptionalLong.empty();
    }

    @Override
    public Optional<Bytes> keyId() {
      return Optional.of(Bytes.ofUtf8(name));
    }

    @Override
    public List<Bytes> certificateChain() {
      return List.of();
    }

    @Override
    public Optional<CertificateThumbprint> certificateThumbprint() {
      return Optional.empty();
    }
  }

  @Test
  void decodesAndEncodesTheSameBytes() throws Exception {
    String set = "82" + ED25519 + MAC;

    CoseKeySet keys = decode(set);

    assertEquals(2, keys.keys().size());
    assertEquals(List.of(), keys.findings());
    assertEquals(Bytes.ofHex(set), keys.encode());
    assertEquals(Bytes.ofHex(set), CoseKeySet.of(keys.keys()).encode());
  }

  @Test
  void leavesOutWhatIsNoKeyAndSaysSo() throws Exception {
    CoseKeySet keys = decode("85" + OFF_CURVE + ED25519 + UNKNOWN + "01" + MAC);

    assertEquals(2, keys.keys().size());
    assertEquals(
        List.of("cose-key-set/0/-2", "cose-key-set/2/1", "cose-key-set/3"),
        keys.findings().stream().map(Finding::path).toList());
    assertEquals(
        List.of("INVALID_VALUE", "UNKNOWN_KEY_TYPE", "UNEXPECTED_STRUCTURE"),
        keys.findings().stream().map(Finding::code).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "80, UNEXPECTED_STRUCTURE",
    "a0, UNEXPECTED_STRUCTURE",
    "81, NOT_WELL_FORMED",
    "81a201040104, DUPLICATE_KEY",
    "81a000, TRAILING_DATA",
  })
  void rejects(String hex, DecodingException.Reason reason) {
    assertEquals(reason, assertThrows(DecodingException.class, () -> decode(hex)).reason());
  }

  @Test
  void isNeverEmpty() {
    assertThrows(IllegalArgumentException.class, () -> CoseKeySet.of(List.of()));
  }

  @Test
  void findsKeysByName() throws Exception {
    KeyResolver resolver = decode("83" + ED25519 + MAC + MAC_CREATE_ONLY).toKeyResolver();

    assertEquals(1, resolver.resolve(new Named("a")).size());
    assertEquals(1, resolver.resolve(new Named("b")).size());
    assertEquals(0, resolver.resolve(new Named("z")).size());
    assertEquals(
        Reason.KEY_MISMATCH,
        assertThrows(VerificationException.class, () -> resolver.resolve(new Named("c"))).reason());
  }
}
