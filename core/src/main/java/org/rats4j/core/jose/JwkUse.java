package org.rats4j.core.jose;

import java.security.Key;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.VerificationKey;

/** What {@code use}, {@code key_ops} and {@code alg} let a key do. */
final class JwkUse {
  static final String SIGN = "sign";
  static final String VERIFY = "verify";

  private JwkUse() {}

  static VerificationKey verification(JwkParameters parameters, Supplier<VerificationKey> made)
      throws VerificationException {
    if (!parameters.permits(VERIFY)) {
      throw VerificationException.of(
          Reason.KEY_MISMATCH, "use or key_ops does not let the key verify");
    }
    VerificationKey key;
    try {
      key = made.get();
    } catch (IllegalArgumentException e) {
      throw VerificationException.of(Reason.KEY_MISMATCH, "key is not valid", e);
    }
    VerificationKey named =
        parameters.keyId().map(keyId -> key.withKeyId(Bytes.ofUtf8(keyId))).orElse(key);
    if (parameters.algorithm().isEmpty()) {
      return named;
    }
    OptionalLong algorithm = Algorithms.ofJoseName(parameters.algorithm().get());
    if (algorithm.isEmpty() || !named.fits(algorithm.getAsLong())) {
      throw VerificationException.of(
          Reason.KEY_MISMATCH, "alg of the key is not one to verify with");
    }
    return named.withAlgorithm(algorithm.getAsLong());
  }

  static long signing(JwkParameters parameters, Key key) {
    if (!parameters.permits(SIGN)) {
      throw new IllegalStateException("use or key_ops does not let the key sign");
    }
    if (parameters.algorithm().isPresent()) {
      return Algorithms.ofJoseName(parameters.algorithm().get())
          .orElseThrow(() -> new IllegalArgumentException("alg of the key is not known"));
    }
    return Algorithms.ofKey(key)
        .orElseThrow(() -> new IllegalStateException("key has no alg, and no usual one"));
  }
}
