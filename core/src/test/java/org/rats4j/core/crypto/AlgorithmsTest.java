package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlgorithmsTest {

  @ParameterizedTest
  @CsvSource({
    "-7, ES256, ES256",
    "-9, ESP256, ES256",
    "-35, ES384, ES384",
    "-51, ESP384, ES384",
    "-36, ES512, ES512",
    "-52, ESP512, ES512",
    "-8, EdDSA, EdDSA",
    "-19, Ed25519, Ed25519",
    "-53, Ed448, Ed448",
    "-37, PS256, PS256",
    "-39, PS512, PS512",
    "-257, RS256, RS256",
    "-49, ML-DSA-65, ML-DSA-65",
    "5, HMAC 256/256, HS256",
    "7, HMAC 512/512, HS512",
  })
  void hasTheNamesOfBothRegistries(long algorithm, String name, String joseName) {
    assertEquals(name, Algorithms.name(algorithm));
    assertEquals(Optional.of(joseName), Algorithms.joseName(algorithm));
  }

  @ParameterizedTest
  @CsvSource({"4", "-47", "-65535", "0"})
  void hasNoJoseNameForWhatJoseDoesNotKnow(long algorithm) {
    assertEquals(Optional.empty(), Algorithms.joseName(algorithm));
  }

  @Test
  void givesTheNumberForAnUnknownAlgorithm() {
    assertEquals("-999", Algorithms.name(-999));
  }

  @Test
  void findsTheNumberOfEveryDefaultAlgorithmByItsJoseName() {
    for (long algorithm : Algorithms.DEFAULT) {
      String name = Algorithms.joseName(algorithm).orElseThrow();
      long found = Algorithms.ofJoseName(name).orElseThrow();
      assertEquals(name, Algorithms.name(found).replaceFirst("^HMAC (...).*", "HS$1"));
    }
  }

  @ParameterizedTest
  @CsvSource({"ESP256", "none", "es256", "''"})
  void knowsNoOtherJoseName(String name) {
    assertEquals(OptionalLong.empty(), Algorithms.ofJoseName(name));
  }

  @Test
  void tellsMacsFromSignatures() {
    assertTrue(Algorithms.isMac(Algorithms.HMAC_256_64));
    assertTrue(Algorithms.isMac(Algorithms.HMAC_512));
    assertFalse(Algorithms.isMac(Algorithms.ES256));
    assertFalse(Algorithms.isMac(3));
    assertFalse(Algorithms.isMac(8));
  }

  @ParameterizedTest
  @CsvSource({"-7, true", "-51, true", "-257, true", "-50, true", "5, false", "-47, false"})
  void knowsSignatures(long algorithm, boolean signature) {
    assertEquals(signature, Algorithms.isSignature(algorithm));
  }

  @ParameterizedTest
  @CsvSource({"-7, true", "5, true", "3, false", "-65535, false", "0, false"})
  void knowsSignaturesAndMacs(long algorithm, boolean known) {
    assertEquals(known, Algorithms.isKnown(algorithm));
  }
}
