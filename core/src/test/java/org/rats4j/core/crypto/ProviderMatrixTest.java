package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPair;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.internal.BundledProvider;

/** What one provider signs, another verifies, whoever made the keys. */
class ProviderMatrixTest {
  private static final List<Bytes> MESSAGE =
      List.of(Bytes.ofUtf8("to be "), Bytes.ofUtf8("signed"));

  /** Which provider does the work; empty is the default of the library. */
  private record Worker(String name, Optional<Provider> provider) {
    Signer signer(KeyPair pair, long algorithm) {
      return provider
          .map(provider -> Signers.of(pair.getPrivate(), algorithm, provider))
          .orElseGet(() -> Signers.of(pair.getPrivate(), algorithm));
    }

    VerificationKey key(KeyPair pair) {
      return provider
          .map(provider -> VerificationKey.of(pair.getPublic(), provider))
          .orElseGet(() -> VerificationKey.of(pair.getPublic()));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Worker DEFAULT = new Worker("default", Optional.empty());
  private static final Worker BUNDLED = new Worker("BC", Optional.of(BundledProvider.get()));

  static Stream<Arguments> matrix() {
    List<Arguments> rows = new ArrayList<>();
    add(rows, KeyKind.P256, Algorithms.ES256, "SunEC");
    add(rows, KeyKind.P256, Algorithms.ESP256, "SunEC");
    add(rows, KeyKind.P384, Algorithms.ES384, "SunEC");
    add(rows, KeyKind.P384, Algorithms.ESP384, "SunEC");
    add(rows, KeyKind.P521, Algorithms.ES512, "SunEC");
    add(rows, KeyKind.P521, Algorithms.ESP512, "SunEC");
    add(rows, KeyKind.ED25519, Algorithms.EDDSA, "SunEC");
    add(rows, KeyKind.ED25519, Algorithms.ED25519, "SunEC");
    add(rows, KeyKind.ED448, Algorithms.EDDSA, "SunEC");
    add(rows, KeyKind.ED448, Algorithms.ED448, "SunEC");
    add(rows, KeyKind.RSA, Algorithms.PS256, "SunRsaSign");
    add(rows, KeyKind.RSA, Algorithms.PS384, "SunRsaSign");
    add(rows, KeyKind.RSA, Algorithms.PS512, "SunRsaSign");
    add(rows, KeyKind.RSA_PSS, Algorithms.PS256, "SunRsaSign");
    if (Runtime.version().feature() >= 24) {
      add(rows, KeyKind.ML_DSA_44, Algorithms.ML_DSA_44, "SUN");
      add(rows, KeyKind.ML_DSA_65, Algorithms.ML_DSA_65, "SUN");
      add(rows, KeyKind.ML_DSA_87, Algorithms.ML_DSA_87, "SUN");
    }
    return rows.stream();
  }

  private static void add(List<Arguments> rows, KeyKind kind, long algorithm, String jdkProvider) {
    Worker jdk = new Worker(jdkProvider, Optional.of(Security.getProvider(jdkProvider)));
    for (Worker signer : List.of(DEFAULT, BUNDLED, jdk)) {
      for (Worker verifier : List.of(DEFAULT, BUNDLED, jdk)) {
        rows.add(Arguments.of(kind, algorithm, signer, verifier));
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}: {2} signs, {3} verifies")
  @MethodSource("matrix")
  void verifiesWhatAnotherProviderSigned(
      KeyKind kind, long algorithm, Worker signer, Worker verifier) throws Exception {
    KeyPair pair = signer.name().equals("BC") ? TestKeys.ofBundled(kind) : TestKeys.ofJdk(kind);

    byte[] signature = signer.signer(pair, algorithm).sign(MESSAGE);

    VerificationKey key = verifier.key(pair);
    assertDoesNotThrow(() -> key.verify(algorithm, MESSAGE, Bytes.copyOf(signature)));
    signature[signature.length / 2] ^= 1;
    assertEquals(
        Reason.BAD_SIGNATURE,
        assertThrows(
                VerificationException.class,
                () -> key.verify(algorithm, MESSAGE, Bytes.copyOf(signature)))
            .reason());
  }

  static Stream<Arguments> bundledOnly() {
    return Stream.of(
        Arguments.of(KeyKind.ML_DSA_44, Algorithms.ML_DSA_44),
        Arguments.of(KeyKind.ML_DSA_65, Algorithms.ML_DSA_65),
        Arguments.of(KeyKind.ML_DSA_87, Algorithms.ML_DSA_87));
  }

  @ParameterizedTest
  @MethodSource("bundledOnly")
  void signsAndVerifiesMlDsaWithTheBundledProvider(KeyKind kind, long algorithm) throws Exception {
    KeyPair pair = TestKeys.ofBundled(kind);

    byte[] signature = Signers.of(pair.getPrivate(), algorithm).sign(MESSAGE);

    assertEquals(kind.signatureBytes(), signature.length);
    VerificationKey key = VerificationKey.of(pair.getPublic());
    assertDoesNotThrow(() -> key.verify(algorithm, MESSAGE, Bytes.copyOf(signature)));
  }
}
