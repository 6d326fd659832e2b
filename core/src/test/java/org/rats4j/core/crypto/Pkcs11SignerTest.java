package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;

/**
 * Signs with keys that never leave a PKCS#11 token. Needs SoftHSM 2, in its usual place or where
 * the system property {@code rats4j.softhsm} says; the build points SOFTHSM2_CONF into the target
 * folder.
 */
class Pkcs11SignerTest {
  private static final String PIN = "1234";
  private static final List<Bytes> MESSAGE =
      List.of(Bytes.ofUtf8("to be "), Bytes.ofUtf8("signed"));
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/softhsm/libsofthsm2.so"));

  private static Provider token;

  @BeforeAll
  static void makeToken() throws Exception {
    Optional<Path> library =
        Stream.concat(
                Stream.ofNullable(System.getProperty("rats4j.softhsm")).map(Path::of),
                LIBRARIES.stream())
            .filter(Files::exists)
            .findFirst();
    String configuration = System.getenv("SOFTHSM2_CONF");
    assumeTrue(library.isPresent() && configuration != null, "SoftHSM 2 is not installed");
    initialise(library.get(), Path.of(configuration));
    token =
        Security.getProvider("SunPKCS11")
            .configure(
                """
                --name = SoftHSM
                library = %s
                slotListIndex = 0
                attributes(generate, CKO_PRIVATE_KEY, *) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_SIGN = true
                }
                """
                    .formatted(library.get()));
    KeyStore.getInstance("PKCS11", token).load(null, PIN.toCharArray());
  }

  private static void initialise(Path library, Path configuration)
      throws IOException, InterruptedException {
    Path tokens = configuration.resolveSibling("tokens");
    Files.createDirectories(tokens);
    Files.writeString(configuration, "directories.tokendir = " + tokens + "\n");
    Process process =
        new ProcessBuilder(
                "softhsm2-util",
                "--module",
                library.toString(),
                "--init-token",
                "--free",
                "--label",
                "rats4j",
                "--pin",
                PIN,
                "--so-pin",
                PIN)
            .redirectErrorStream(true)
            .start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
  }

  @AfterAll
  static void forgetToken() {
    if (token != null) {
      Security.removeProvider(token.getName());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EC, secp256r1, -7",
    "EC, secp256r1, -9",
    "EC, secp384r1, -35",
    "EC, secp521r1, -36",
    "RSA, , -37",
    "RSA, , -39",
  })
  void signsWithAKeyThatNeverLeavesItsToken(String kind, String curve, long algorithm)
      throws Exception {
    KeyPair pair = pair(kind, curve);
    assertNull(pair.getPrivate().getEncoded());
    VerificationKey key = VerificationKey.of(pair.getPublic());

    Bytes given = Bytes.copyOf(Signers.of(pair.getPrivate(), algorithm, token).sign(MESSAGE));
    Signer driven = Signers.of(pair.getPrivate(), algorithm);
    assertThrows(InvalidKeyException.class, () -> driven.sign(MESSAGE));
    Security.addProvider(token);
    Bytes found = Bytes.copyOf(driven.sign(MESSAGE));
    Bytes again = Bytes.copyOf(driven.sign(MESSAGE));
    Security.removeProvider(token.getName());

    for (Bytes signature : List.of(given, found, again)) {
      assertDoesNotThrow(() -> key.verify(algorithm, MESSAGE, signature));
    }
  }

  private static KeyPair pair(String kind, String curve) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind, token);
    if (curve != null) {
      generator.initialize(new ECGenParameterSpec(curve));
    }
    return generator.generateKeyPair();
  }
}
