package org.rats4j.core.crypto;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.internal.BundledProvider;

/** Makes and verifies the HMACs of RFC 9053, section 3.1. */
final class MacKey implements Verifier {
  private static final int CUT_BYTES = 8;

  private final SecretKey key;
  private final @Nullable Provider provider;

  private MacKey(SecretKey key, @Nullable Provider provider) {
    this.key = key;
    this.provider = provider;
  }

  static MacKey of(SecretKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      return new MacKey(key, null);
    }
    if (encoded.length == 0) {
      throw new IllegalArgumentException("key is empty");
    }
    return new MacKey(key, BundledProvider.get());
  }

  static MacKey of(SecretKey key, Provider provider) {
    of(key);
    return new MacKey(key, provider);
  }

  @Override
  public boolean fits(long algorithm) {
    return Algorithms.isMac(algorithm);
  }

  @Override
  public void verify(long algorithm, List<Bytes> toBeSigned, Bytes signature)
      throws VerificationException {
    Bytes expected;
    try {
      expected = Bytes.copyOf(mac(algorithm, toBeSigned));
    } catch (InvalidKeyException e) {
      throw VerificationException.of(
          Reason.KEY_MISMATCH, "key cannot be used with " + Algorithms.name(algorithm), e);
    }
    if (!expected.equalsInConstantTime(signature)) {
      throw VerificationException.of(Reason.BAD_SIGNATURE, "MAC is wrong");
    }
  }

  byte[] mac(long algorithm, List<Bytes> toBeSigned) throws InvalidKeyException {
    Mac mac = open(algorithm);
    mac.init(key);
    for (Bytes part : toBeSigned) {
      part.update(mac);
    }
    byte[] whole = mac.doFinal();
    return algorithm == Algorithms.HMAC_256_64 ? Arrays.copyOf(whole, CUT_BYTES) : whole;
  }

  private Mac open(long algorithm) {
    String name = name(algorithm);
    try {
      return provider == null ? Mac.getInstance(name) : Mac.getInstance(name, provider);
    } catch (NoSuchAlgorithmException e) {
      String who =
          provider == null ? "no installed provider has " : provider.getName() + " does not have ";
      throw new IllegalStateException(who + Algorithms.name(algorithm), e);
    }
  }

  private static String name(long algorithm) {
    if (algorithm == Algorithms.HMAC_384) {
      return "HmacSHA384";
    }
    return algorithm == Algorithms.HMAC_512 ? "HmacSHA512" : "HmacSHA256";
  }
}
