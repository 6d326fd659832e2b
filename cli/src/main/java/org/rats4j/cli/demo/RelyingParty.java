package org.rats4j.cli.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.ear.Appraisal;
import org.rats4j.ear.Category;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarClaims;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.TrustVector;

/** The relying party: asks with a nonce, and decides by what its verifier says. */
public final class RelyingParty {
  private static final int NONCE_BYTES = 32;

  private final VerificationKey verifierKey;
  private final RandomGenerator random;
  private final Clock clock;
  private Bytes nonce = Bytes.EMPTY;

  /**
   * What the relying party decided.
   *
   * @param accepted whether it trusts the attester
   * @param reasons why
   */
  public record Decision(boolean accepted, List<String> reasons) {
    /** Creates a decision. */
    public Decision {
      reasons = List.copyOf(reasons);
    }
  }

  /** Creates a relying party that trusts the verifier with {@code verifierKey}. */
  public RelyingParty(VerificationKey verifierKey, RandomGenerator random, Clock clock) {
    this.verifierKey = Objects.requireNonNull(verifierKey, "verifierKey");
    this.random = Objects.requireNonNull(random, "random");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Returns a new nonce, which the next result has to carry. */
  public Bytes challenge() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    nonce = Bytes.copyOf(bytes);
    return nonce;
  }

  /**
   * Decides by an attestation result: every status has to be affirming.
   *
   * @param result an EAR as JWT
   * @throws DecodingException if {@code result} is no EAR
   * @throws VerificationException if it is not from the verifier, or not for this nonce
   */
  public Decision decide(Bytes result) throws DecodingException, VerificationException {
    Ear ear =
        Ear.decode(result, EarOptions.STRICT)
            .verify(EarExpectations.builder().key(verifierKey).nonce(nonce).clock(clock).build());
    EarClaims claims = ear.claims();
    boolean accepted = claims.effectiveStatus() == TrustTier.AFFIRMING;
    List<String> reasons = new ArrayList<>();
    for (Map.Entry<String, Appraisal> entry : claims.appraisals().entrySet()) {
      Appraisal appraisal = entry.getValue();
      accepted &= appraisal.status() == TrustTier.AFFIRMING;
      reasons.add(entry.getKey() + " is " + appraisal.status().wireName());
      appraisal.vector().ifPresent(vector -> reasons.addAll(described(vector)));
      reasons.addAll(named("changed since the build", appraisal, DemoClaims.CHANGED));
      reasons.addAll(named("not part of the build", appraisal, DemoClaims.UNKNOWN));
      reasons.addAll(named("missing", appraisal, DemoClaims.MISSING));
    }
    return new Decision(accepted, reasons);
  }

  private static List<String> described(TrustVector vector) {
    List<String> lines = new ArrayList<>();
    for (Category category : vector.claims().keySet()) {
      lines.add(category.wireName() + ": " + vector.describe(category).text());
    }
    return lines;
  }

  private static List<String> named(
      String what, Appraisal appraisal, org.rats4j.eat.ClaimKey<List<String>> key)
      throws DecodingException {
    List<String> lines = new ArrayList<>();
    for (String file : appraisal.verifierClaims().get(key).orElse(List.of())) {
      lines.add(what + ": " + file);
    }
    return lines;
  }
}
