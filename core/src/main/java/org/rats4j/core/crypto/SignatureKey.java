package org.rats4j.core.crypto;

import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.internal.BundledKeys;
import org.rats4j.core.internal.BundledProvider;
import org.rats4j.core.internal.RsaRules;

/** Verifies signatures with a public key that was checked. */
final class SignatureKey implements Verifier {
  private final PublicKey key;
  private final KeyKind kind;
  private final JcaSignatures signatures;
  private final SignatureShape shape;

  private SignatureKey(PublicKey key, @Nullable Provider provider) {
    this.key = key;
    kind =
        KeyKind.of(key)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "key is of a kind or on a curve that verifies nothing here: "
                            + key.getAlgorithm()));
    check(key, kind);
    signatures = new JcaSignatures(kind, provider);
    shape = SignatureShape.of(key, kind);
  }

  static SignatureKey of(PublicKey key) {
    if (key.getEncoded() == null) {
      return new SignatureKey(key, null);
    }
    // Once here, so that the provider need not do it at each verification.
    return new SignatureKey(BundledKeys.translate(key), BundledProvider.get());
  }

  /** Returns a key that the bundled provider has made, and that need not be translated. */
  static SignatureKey ofBundled(PublicKey key) {
    return new SignatureKey(key, BundledProvider.get());
  }

  static SignatureKey of(PublicKey key, Provider provider) {
    if (BundledKeys.areOf(provider)) {
      return new SignatureKey(
          key.getEncoded() == null ? key : BundledKeys.translate(key), provider);
    }
    return new SignatureKey(
        KeyKind.of(key).map(kind -> ProviderKeys.translated(key, kind, provider)).orElse(key),
        provider);
  }

  private static void check(PublicKey key, KeyKind kind) {
    if (key instanceof ECPublicKey ec
        && !kind.curve().map(curve -> curve.contains(ec.getW())).orElse(false)) {
      throw new IllegalArgumentException("point is not on the curve");
    }
    if (key instanceof RSAPublicKey rsa) {
      RsaRules.checkModulus(rsa.getModulus());
      RsaRules.checkExponent(rsa.getPublicExponent());
    }
  }

  PublicKey publicKey() {
    return key;
  }

  @Override
  public boolean fits(long algorithm) {
    return kind.fits(algorithm);
  }

  @Override
  public void verify(long algorithm, List<Bytes> toBeSigned, Bytes signature)
      throws VerificationException {
    if (!shape.admits(signature)) {
      throw VerificationException.of(
          Reason.BAD_SIGNATURE, "signature has not the form of " + Algorithms.name(algorithm));
    }
    try {
      if (signatures.verify(key, algorithm, toBeSigned, signature)) {
        return;
      }
    } catch (InvalidKeyException e) {
      throw VerificationException.of(
          Reason.KEY_MISMATCH, "key cannot be used with " + Algorithms.name(algorithm), e);
    } catch (SignatureException e) {
      throw VerificationException.of(Reason.BAD_SIGNATURE, "signature is wrong", e);
    }
    throw VerificationException.of(Reason.BAD_SIGNATURE, "signature is wrong");
  }
}
