package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.test.hsm.SoftHsm;

/** Signs with keys that never leave a PKCS#11 token of SoftHSM 2. */
class Pkcs11SignerTest {
  private static final List<Bytes> MESSAGE =
      List.of(Bytes.ofUtf8("to be "), Bytes.ofUtf8("signed"));
  private static Provider token;

  @BeforeAll
  static void makeToken() throws Exception {
    SoftHsm hsm = SoftHsm.withNewToken();
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
                    .formatted(hsm.library()));
    KeyStore.getInstance("PKCS11", token).load(null, SoftHsm.PIN.toCharArray());
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
