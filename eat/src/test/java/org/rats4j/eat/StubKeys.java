package org.rats4j.eat;

import java.security.Provider;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.test.crypto.StubProvider;

/** Keys and signers that compute nothing, for fuzzing. */
final class StubKeys {
  private static final List<PublicKey> KEYS = StubProvider.publicKeys();

  private StubKeys() {}

  /** Returns a key of each kind that takes every signature of the right size for its own. */
  static List<VerificationKey> gullibleKeys() {
    return keys(true);
  }

  /** Returns a key of each kind that made no signature. */
  static List<VerificationKey> foreignKeys() {
    return keys(false);
  }

  private static List<VerificationKey> keys(boolean answer) {
    Provider provider = new StubProvider(answer);
    return KEYS.stream().map(key -> VerificationKey.of(key, provider)).toList();
  }

  /** Returns a signer whose signatures sign nothing. */
  static Signer signer() {
    byte[] signature = new byte[64];
    Arrays.fill(signature, (byte) 1);
    return new Signer() {
      @Override
      public long algorithm() {
        return Algorithms.EDDSA;
      }

      @Override
      public byte[] sign(byte[] toBeSigned) {
        return signature.clone();
      }
    };
  }
}
