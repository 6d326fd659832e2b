package org.rats4j.core.jose;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.VerificationKey;

/** The checks between an unverified and a verified JWS, in their order. */
final class JwsCheck {
  private final UnverifiedJws jws;
  private final JwsHeader header;
  private final JwsExpectations expectations;

  JwsCheck(UnverifiedJws jws, JwsExpectations expectations) {
    this.jws = jws;
    this.header = jws.protectedHeader();
    this.expectations = Objects.requireNonNull(expectations, "expectations");
  }

  Jws check() throws VerificationException {
    checkCritical();
    checkType();
    long algorithm = allowedAlgorithm();
    List<VerificationKey> keys = expectations.keys().resolve(jws.keyHints());
    if (keys.isEmpty()) {
      throw VerificationException.of(Reason.UNKNOWN_KEY, "no key is known for the message");
    }
    return verify(fitting(keys, algorithm));
  }

  private void checkCritical() throws VerificationException {
    for (String name : header.critical()) {
      // The reader has refused b64 unless it says what holds without it, too.
      if (!name.equals("b64") && !expectations.understoodCritical().contains(name)) {
        throw VerificationException.of(
            Reason.UNKNOWN_CRITICAL, "crit has a name that is not understood");
      }
    }
  }

  private void checkType() throws VerificationException {
    Optional<String> expected = expectations.typ();
    if (expected.isPresent() && !header.typ().map(JwsExpectations::fullType).equals(expected)) {
      throw VerificationException.of(Reason.TYPE_MISMATCH, "typ is not the expected one");
    }
  }

  private long allowedAlgorithm() throws VerificationException {
    OptionalLong algorithm = header.algorithm();
    if (algorithm.isPresent() && isAllowed(algorithm.getAsLong())) {
      return algorithm.getAsLong();
    }
    String name = algorithm.isPresent() ? Algorithms.name(algorithm.getAsLong()) : "alg";
    throw VerificationException.of(
        Reason.ALGORITHM_NOT_ALLOWED, name + " is not among the algorithms expected");
  }

  /** JOSE has one name where COSE has two numbers: ES256 is -7 and -9. Either one allows it. */
  private boolean isAllowed(long algorithm) {
    return expectations.algorithms().contains(algorithm)
        || expectations.algorithms().stream().anyMatch(this::isOfHeader);
  }

  private boolean isOfHeader(long algorithm) {
    return Algorithms.joseName(algorithm).equals(header.algorithmName());
  }

  private record Candidate(VerificationKey key, long algorithm) {}

  private List<Candidate> fitting(List<VerificationKey> keys, long algorithm)
      throws VerificationException {
    List<Candidate> candidates = new ArrayList<>(keys.size());
    for (VerificationKey key : keys) {
      OptionalLong bound = key.algorithm();
      boolean sameName = bound.isPresent() && isOfHeader(bound.getAsLong());
      long number = sameName ? bound.getAsLong() : algorithm;
      if (key.fits(number)) {
        candidates.add(new Candidate(key, number));
      }
    }
    if (candidates.isEmpty()) {
      throw VerificationException.of(Reason.KEY_MISMATCH, "the key does not fit the algorithm");
    }
    return candidates;
  }

  private Jws verify(List<Candidate> candidates) throws VerificationException {
    @Nullable VerificationException first = null;
    for (Candidate candidate : candidates) {
      try {
        candidate.key().verify(candidate.algorithm(), jws.signingInputParts(), jws.signature());
        return new Jws(header, jws.payload(), candidate.key(), candidate.algorithm());
      } catch (VerificationException e) {
        first = first == null ? e : first;
      }
    }
    throw Objects.requireNonNull(first);
  }
}
