package org.rats4j.core.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jwk;
import org.rats4j.core.jose.PrivateJwk;
import org.rats4j.core.jose.PublicJwk;

/** A JWK of the vectors, as the code under test reads it. */
public final class KeyFile {
  private static final List<Bytes> MESSAGE = List.of(Bytes.ofUtf8("message"));

  private KeyFile() {}

  /**
   * Checks that {@code json} is the key {@code expected}, that its private half belongs to it, and
   * that it is the same key as COSE_Key.
   */
  public static void check(byte[] json, VerificationKey expected)
      throws DecodingException, VerificationException, GeneralSecurityException {
    Jwk jwk = Jwk.decode(Bytes.copyOf(json), DecodeOptions.STRICT);
    VerificationKey key = jwk.toVerificationKey();
    if (expected.publicKey().isPresent()) {
      PublicKey publicKey = key.publicKey().orElseThrow();
      assertArrayEquals(expected.publicKey().get().getEncoded(), publicKey.getEncoded());
      assertArrayEquals(publicKey.getEncoded(), CoseKey.of(publicKey).toPublicKey().getEncoded());
    }
    if (jwk instanceof PrivateJwk secret) {
      checkPair(secret.publicKey(), secret);
    }
  }

  private static void checkPair(PublicJwk publicKey, PrivateJwk privateKey)
      throws VerificationException, GeneralSecurityException {
    Signer signer = privateKey.toSigner();
    Bytes signature = Bytes.copyOf(signer.sign(MESSAGE));
    publicKey.toVerificationKey().verify(signer.algorithm(), MESSAGE, signature);
    assertEquals(
        CoseKey.of(publicKey.toPublicKey()),
        CoseKey.of(publicKey.toPublicKey(), privateKey.toPrivateKey()).publicKey());
  }
}
