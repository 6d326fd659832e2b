package org.rats4j.core.cose;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.VerificationKey;

/** The checks between an unverified and a verified message, in their order. */
final class SignatureCheck {
  private static final Set<Label> UNDERSTOOD =
      Set.of(
          Label.of(CoseHeaders.ALG),
          Label.of(CoseHeaders.CRIT),
          Label.of(CoseHeaders.CONTENT_TYPE),
          Label.of(CoseHeaders.KID),
          Label.of(CoseHeaders.IV),
          Label.of(CoseHeaders.PARTIAL_IV),
          Label.of(CoseHeaders.CWT_CLAIMS),
          Label.of(CoseHeaders.TYP),
          Label.of(CoseHeaders.X5BAG),
          Label.of(CoseHeaders.X5CHAIN),
          Label.of(CoseHeaders.X5T),
          Label.of(CoseHeaders.PAYLOAD_HASH_ALG),
          Label.of(CoseHeaders.PAYLOAD_PREIMAGE_CONTENT_TYPE),
          Label.of(CoseHeaders.PAYLOAD_LOCATION));

  private final CoseForm form;
  private final List<CoseLayer> layers;
  private final CoseExpectations expectations;

  /**
   * @param layers that of the message and, in COSE_Sign, that of the signer
   */
  SignatureCheck(CoseForm form, List<CoseLayer> layers, CoseExpectations expectations) {
    this.form = form;
    this.layers = layers;
    this.expectations = expectations;
  }

  /** What a check finds: the key, the algorithm with which it was used, and the payload. */
  record Accepted(VerificationKey key, long algorithm, Bytes payload) {}

  Accepted check(Optional<Bytes> carriedPayload, Bytes signature) throws VerificationException {
    if (carriedPayload.isPresent() && expectations.detachedPayload().isPresent()) {
      throw new IllegalArgumentException("a payload is given, though the message carries its own");
    }
    checkCritical();
    checkTypes();
    CoseLayer signer = layers.get(layers.size() - 1);
    boolean named = signer.protectedHeaders().contains(CoseHeaders.ALG);
    OptionalLong algorithm = signer.protectedHeaders().algorithm();
    if (named && !allows(algorithm)) {
      throw notAllowed(algorithm);
    }
    CoseKeyHints hints = new CoseKeyHints(signer);
    List<VerificationKey> resolved = expectations.keys().resolve(hints);
    checkCertificates(signer, hints);
    if (resolved.isEmpty()) {
      throw VerificationException.of(Reason.UNKNOWN_KEY, "no key is known for the message");
    }
    List<Candidate> candidates = named ? fitting(resolved, algorithm) : naming(resolved);
    Bytes payload = carriedPayload.or(expectations::detachedPayload).orElseThrow(this::missing);
    checkEnvelope(payload);
    List<Bytes> parts = ToBeSigned.parts(form, layers, expectations.externalAad(), payload);
    return verify(candidates, parts, signature, payload);
  }

  private void checkCritical() throws VerificationException {
    for (CoseLayer layer : layers) {
      for (Label label : layer.protectedHeaders().critical()) {
        if (!UNDERSTOOD.contains(label) && !expectations.understoodCritical().contains(label)) {
          throw VerificationException.of(
              Reason.UNKNOWN_CRITICAL, "crit names a label that is not understood");
        }
      }
    }
  }

  private void checkTypes() throws VerificationException {
    CoseHeaders headers = layers.get(0).protectedHeaders();
    checkType("typ", expectations.typ(), headers.typ());
    checkType("content type", expectations.contentType(), headers.contentType());
  }

  private static void checkType(
      String name, Set<CoseContentType> expected, Optional<CoseContentType> found)
      throws VerificationException {
    if (!expected.isEmpty() && (found.isEmpty() || !expected.contains(found.get()))) {
      throw VerificationException.of(
          Reason.TYPE_MISMATCH, "the protected " + name + " is not the expected one");
    }
  }

  private boolean allows(OptionalLong algorithm) {
    return algorithm.isPresent()
        && expectations.algorithms().contains(algorithm.getAsLong())
        && form.canVerifyWith(algorithm.getAsLong());
  }

  /**
   * Also a caller who trusts another key should not go on with a chain that is none, if the signer
   * put it there. Anybody may have put it into the unprotected headers: there it matters only to
   * who takes the key from it.
   */
  private static void checkCertificates(CoseLayer signer, CoseKeyHints hints)
      throws VerificationException {
    List<Bytes> chain = hints.certificateChain();
    for (Bytes certificate : signer.protectedHeaders().x5chain()) {
      if (!CertificateShape.fits(certificate)) {
        throw VerificationException.of(
            Reason.UNTRUSTED_CHAIN, "an entry of x5chain is no certificate");
      }
    }
    if (!chain.isEmpty() && hints.certificateThumbprint().isPresent()) {
      // A hash that is not known cannot disagree.
      if (!hints.certificateThumbprint().get().matches(chain.get(0)).orElse(true)) {
        throw VerificationException.of(
            Reason.KEY_MISMATCH, "x5t is not the hash of the first certificate of x5chain");
      }
    }
  }

  private record Candidate(VerificationKey key, long algorithm) {}

  private static List<Candidate> fitting(List<VerificationKey> keys, OptionalLong algorithm)
      throws VerificationException {
    List<Candidate> candidates = new ArrayList<>();
    for (VerificationKey key : keys) {
      if (key.fits(algorithm.getAsLong())) {
        candidates.add(new Candidate(key, algorithm.getAsLong()));
      }
    }
    if (candidates.isEmpty()) {
      throw VerificationException.of(Reason.KEY_MISMATCH, "the key does not fit the algorithm");
    }
    return candidates;
  }

  /** Without a protected alg, only a key that is bound to an algorithm says which one is meant. */
  private List<Candidate> naming(List<VerificationKey> keys) throws VerificationException {
    List<Candidate> candidates = new ArrayList<>();
    for (VerificationKey key : keys) {
      if (allows(key.algorithm())) {
        candidates.add(new Candidate(key, key.algorithm().getAsLong()));
      }
    }
    if (candidates.isEmpty()) {
      throw notAllowed(OptionalLong.empty());
    }
    return candidates;
  }

  private void checkEnvelope(Bytes payload) throws VerificationException {
    CoseHeaders headers = layers.get(0).protectedHeaders();
    if (!HashEnvelope.sizeFits(headers, payload)) {
      throw VerificationException.of(
          Reason.DIGEST_MISMATCH, "the payload has not the size of the hash");
    }
  }

  private static Accepted verify(
      List<Candidate> candidates, List<Bytes> parts, Bytes signature, Bytes payload)
      throws VerificationException {
    @Nullable VerificationException first = null;
    for (Candidate candidate : candidates) {
      try {
        candidate.key().verify(candidate.algorithm(), parts, signature);
        return new Accepted(candidate.key(), candidate.algorithm(), payload);
      } catch (VerificationException e) {
        first = first == null ? e : first;
      }
    }
    throw Objects.requireNonNull(first);
  }

  /** A name of the registry is no input: it says which one to add to the expectations. */
  private VerificationException notAllowed(OptionalLong algorithm) {
    String detail = "the algorithm is absent, or not known here";
    if (algorithm.isPresent() && Algorithms.isKnown(algorithm.getAsLong())) {
      boolean named = expectations.algorithms().contains(algorithm.getAsLong());
      detail =
          Algorithms.name(algorithm.getAsLong())
              + (named ? " is not for " + form.title : " is not among the algorithms expected");
    }
    return VerificationException.of(Reason.ALGORITHM_NOT_ALLOWED, detail);
  }

  private VerificationException missing() {
    return VerificationException.of(
        Reason.PAYLOAD_MISSING, "the payload is detached and was not given");
  }
}
