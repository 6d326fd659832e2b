package org.rats4j.core.crypto;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import org.rats4j.core.Bytes;
import org.rats4j.core.internal.Curve;
import org.rats4j.core.internal.EdwardsCurve;

/**
 * What a signature has to look like before a provider sees it. Providers differ in what they do
 * with the rest: some say no, some throw, and some have said yes.
 */
@FunctionalInterface
interface SignatureShape {
  boolean admits(Bytes signature);

  static SignatureShape of(PublicKey key, KeyKind kind) {
    return switch (kind) {
      case P256 -> ecdsa(Curve.P256);
      case P384 -> ecdsa(Curve.P384);
      case P521 -> ecdsa(Curve.P521);
      case ED25519 -> eddsa(EdwardsCurve.ED25519);
      case ED448 -> eddsa(EdwardsCurve.ED448);
      case RSA, RSA_PSS, RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512 -> rsa(key);
      case ML_DSA_44, ML_DSA_65, ML_DSA_87 ->
          signature -> signature.size() == kind.signatureBytes();
    };
  }

  /** Demands 0 < r < n and 0 < s < n. */
  private static SignatureShape ecdsa(Curve curve) {
    int half = curve.coordinateBytes();
    Bytes order = curve.order();
    return signature ->
        signature.size() == 2 * half
            && isBetweenZeroAnd(order, signature.slice(0, half))
            && isBetweenZeroAnd(order, signature.slice(half, half));
  }

  private static boolean isBetweenZeroAnd(Bytes order, Bytes value) {
    if (value.compareTo(order) >= 0) {
      return false;
    }
    for (int i = 0; i < value.size(); i++) {
      if (value.at(i) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Demands S < L; else every signature would have a second form (RFC 8032, section 5.1.7). */
  private static SignatureShape eddsa(EdwardsCurve curve) {
    return signature -> signature.size() == 2 * curve.bytes() && curve.isAboveS(signature);
  }

  /** Demands as many bytes as the modulus has, and a smaller number (RFC 8017, section 8.1.2). */
  private static SignatureShape rsa(PublicKey key) {
    if (!(key instanceof RSAPublicKey rsa)) {
      return signature -> true;
    }
    byte[] signed = rsa.getModulus().toByteArray();
    int sign = signed[0] == 0 ? 1 : 0;
    Bytes modulus = Bytes.copyOf(signed, sign, signed.length - sign);
    return signature -> signature.size() == modulus.size() && signature.compareTo(modulus) < 0;
  }
}
