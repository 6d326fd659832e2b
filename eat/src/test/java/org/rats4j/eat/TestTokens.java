package org.rats4j.eat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

/** Keys, and tokens that they signed. */
final class TestTokens {
  static final Bytes NONCE = Bytes.ofHex("00112233445566778899aabbccddeeff");
  static final KeyPair PAIR = pair();
  static final Signer SIGNER = Signers.of(PAIR.getPrivate(), Algorithms.ES256);
  static final VerificationKey KEY = VerificationKey.of(PAIR.getPublic());
  static final Signer OTHER_SIGNER = Signers.of(pair().getPrivate(), Algorithms.ES256);
  static final Signer MAC_SIGNER = Signers.ofMac(secret(), Algorithms.HMAC_256);
  static final VerificationKey MAC_KEY = VerificationKey.ofMac(secret());
  static final Bytes CWT = token(Encoding.CBOR);
  static final Bytes JWT = token(Encoding.JSON);

  private TestTokens() {}

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static SecretKeySpec secret() {
    return new SecretKeySpec(new byte[32], "HMAC");
  }

  private static Bytes token(Encoding encoding) {
    EatClaims claims =
        SampleClaims.all(encoding).toBuilder()
            .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(NONCE)))
            .remove(Claims.EXPIRATION)
            .build();
    try {
      return encoding == Encoding.CBOR
          ? Eat.cwt(claims).sign(SIGNER)
          : Eat.jwt(claims).sign(SIGNER);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
