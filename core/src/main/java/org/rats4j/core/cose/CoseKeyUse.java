package org.rats4j.core.cose;

import java.security.Key;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.VerificationKey;

/** What {@code alg} and {@code key_ops} let a key do. */
final class CoseKeyUse {
  private CoseKeyUse() {}

  static VerificationKey verification(
      CoseKeyParameters parameters, long operation, Supplier<VerificationKey> made)
      throws VerificationException {
    if (!parameters.permits(operation)) {
      throw VerificationException.of(Reason.KEY_MISMATCH, "key_ops does not have " + operation);
    }
    VerificationKey key;
    try {
      key = made.get();
    } catch (IllegalArgumentException e) {
      throw VerificationException.of(Reason.KEY_MISMATCH, "key is not valid", e);
    }
    VerificationKey named = parameters.keyId().map(key::withKeyId).orElse(key);
    if (parameters.algorithm().isEmpty()) {
      return named;
    }
    OptionalLong algorithm = number(parameters.algorithm().get());
    if (algorithm.isEmpty() || !named.fits(algorithm.getAsLong())) {
      throw VerificationException.of(
          Reason.KEY_MISMATCH, "alg of the key is not one to verify with");
    }
    return named.withAlgorithm(algorithm.getAsLong());
  }

  static long signing(CoseKeyParameters parameters, long operation, Key key) {
    if (!parameters.permits(operation)) {
      throw new IllegalStateException("key_ops does not have " + operation);
    }
    if (parameters.algorithm().isPresent()) {
      return number(parameters.algorithm().get())
          .orElseThrow(() -> new IllegalArgumentException("alg of the key is a text"));
    }
    return Algorithms.ofKey(key)
        .orElseThrow(() -> new IllegalStateException("key has no alg, and no usual one"));
  }

  private static OptionalLong number(Label algorithm) {
    return algorithm instanceof Label.OfInteger integer && integer.fitsLong()
        ? OptionalLong.of(integer.longValue())
        : OptionalLong.empty();
  }
}
