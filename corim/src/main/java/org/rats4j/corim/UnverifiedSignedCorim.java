package org.rats4j.corim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseExpectations;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.UnverifiedCoseSign1;
import org.rats4j.core.crypto.KeyHints;

/** A signed CoRIM whose syntax is right and for which nobody vouches yet. */
public final class UnverifiedSignedCorim implements CorimMessage {
  private final UnverifiedCoseSign1 message;
  private final boolean isHash;
  private final SignerInfo signer;
  private final @Nullable Corim corim;
  private final CorimProfiles profiles;
  private final Findings findings;

  UnverifiedSignedCorim(
      UnverifiedCoseSign1 message,
      boolean isHash,
      SignerInfo signer,
      @Nullable Corim corim,
      CorimProfiles profiles,
      Findings findings) {
    this.message = message;
    this.isHash = isHash;
    this.signer = signer;
    this.corim = corim;
    this.profiles = profiles;
    this.findings = findings;
  }

  /**
   * Verifies this message: the signature over the bytes as they were received, then whether it
   * counts at the time of the clock, then the preimage if one was given.
   *
   * @throws VerificationException as {@link UnverifiedCoseSign1#verify}; with EXPIRED or
   *     NOT_YET_VALID if the signature is right and does not count now; with DIGEST_MISMATCH if the
   *     preimage is another one
   * @throws DecodingException if the detached payload or the preimage is what was signed, and no
   *     CoRIM
   * @throws IllegalArgumentException if a payload is given although the message carries its own, or
   *     a preimage although no hash is signed
   */
  public SignedCorim verify(SignedCorimExpectations expectations)
      throws VerificationException, DecodingException {
    CoseExpectations.Builder cose =
        CoseExpectations.builder()
            .keys(expectations.keys())
            .algorithms(expectations.algorithms())
            .understoodCritical(expectations.understoodCritical().toArray(Label[]::new));
    expectations.detachedPayload().ifPresent(cose::detachedPayload);
    if (expectations.preimage().isPresent() && !isHash) {
      throw new IllegalArgumentException("preimage is given, and no hash is signed");
    }
    CoseSign1 verified = message.verify(cose.build());
    if (expectations.checksValidity()) {
      signer.requireValid(expectations.clock().instant(), expectations.skew());
    }
    Findings later = new Findings(findings.options());
    Corim opened = opened(verified, later);
    if (expectations.preimage().isPresent()) {
      opened = signed(verified, null, later).verifyPreimage(expectations.preimage().get(), later);
    }
    return signed(verified, opened, later);
  }

  private @Nullable Corim opened(CoseSign1 verified, Findings later) throws DecodingException {
    return isHash || corim != null ? corim : Corim.decode(verified.payload(), profiles, later);
  }

  private SignedCorim signed(CoseSign1 verified, @Nullable Corim opened, Findings later) {
    List<Finding> all = new ArrayList<>(findings.toList());
    all.addAll(later.toList());
    return new SignedCorim(
        verified,
        message.encoded(),
        signer,
        opened,
        profiles,
        findings.options(),
        List.copyOf(all));
  }

  /** Returns whether the payload is the hash of a CoRIM. */
  public boolean isHashEnvelope() {
    return isHash;
  }

  /** Returns whether the payload goes its own way. */
  public boolean isDetached() {
    return message.payload().isEmpty();
  }

  /** Returns the CoRIM that the message carries, for inspection. Nobody vouches for it. */
  public Optional<Corim> unverifiedCorim() {
    return Optional.ofNullable(corim);
  }

  /** Returns what the protected headers say of the signer. Nobody vouches for it. */
  public SignerInfo unverifiedSigner() {
    return signer;
  }

  /** Returns what the headers say of the key. */
  public KeyHints keyHints() {
    return message.keyHints();
  }

  /** Returns the protected headers. */
  public CoseHeaders protectedHeaders() {
    return message.protectedHeaders();
  }

  /** Returns the unprotected headers, which no signature covers. */
  public CoseHeaders unprotectedHeaders() {
    return message.unprotectedHeaders();
  }

  /**
   * Returns what was remarked while decoding. What is remarked of a CoRIM that comes another way is
   * in {@link SignedCorim#findings()}.
   */
  public List<Finding> findings() {
    return findings.toList();
  }

  /** Returns the COSE message as it was received, without the tags of old drafts around it. */
  public Bytes encoded() {
    return message.encoded();
  }

  @Override
  public String toString() {
    return "unverified CoRIM signed by " + signer;
  }
}
