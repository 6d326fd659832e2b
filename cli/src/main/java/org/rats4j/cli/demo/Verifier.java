package org.rats4j.cli.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.ear.Appraisal;
import org.rats4j.ear.Category;
import org.rats4j.ear.ClaimMap;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarClaims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.measured.MeasuredComponent;
import org.rats4j.eat.measured.MeasuredComponents;
import org.rats4j.eat.measured.Measurement;

/** The verifier: checks evidence, compares it with the reference, and signs what it thinks. */
public final class Verifier {
  /** The label of the one attester that there is. */
  static final String LABEL = "runtime";

  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final int RECOGNIZED_INSTANCE = 2;
  private static final int APPROVED_RUNTIME = 2;
  private static final int UNRECOGNIZED_RUNTIME = 33;
  private static final int CONTRAINDICATED_RUNTIME = 96;

  private final VerificationKey attesterKey;
  private final Reference reference;
  private final Signer key;
  private final Clock clock;

  /**
   * An attestation result and what it is about, for those who watch.
   *
   * @param ear the result as JWT
   * @param recorded how many files are as recorded
   * @param changed the files that are not
   */
  public record Result(Bytes ear, int recorded, List<String> changed) {
    /** Creates a result. */
    public Result {
      Objects.requireNonNull(ear, "ear");
      changed = List.copyOf(changed);
    }
  }

  /** Creates a verifier that trusts the attester with {@code attesterKey}. */
  public Verifier(VerificationKey attesterKey, Reference reference, Signer key, Clock clock) {
    this.attesterKey = Objects.requireNonNull(attesterKey, "attesterKey");
    this.reference = Objects.requireNonNull(reference, "reference");
    this.key = Objects.requireNonNull(key, "key");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Appraises evidence.
   *
   * @param evidence a CMW record with an EAT as CWT
   * @param nonce what the relying party asked with
   * @throws DecodingException if {@code evidence} is anything else
   * @throws VerificationException if it is not from the attester, or not for this nonce
   * @throws GeneralSecurityException if the key cannot sign
   */
  public Result appraise(Bytes evidence, Bytes nonce)
      throws DecodingException, VerificationException, GeneralSecurityException {
    Eat eat =
        Eat.decode(token(evidence), EatOptions.STRICT)
            .verify(EatExpectations.builder().key(attesterKey).nonce(nonce).clock(clock).build());
    TreeMap<String, Bytes> measured = new TreeMap<>();
    ClaimMap.Builder attesterClaims = ClaimMap.builder();
    for (MeasuredComponent component :
        MeasuredComponents.read(eat.claims(), List.of(), MeasuredComponent.STRICT)) {
      if (component.measurement() instanceof Measurement.Raw raw) {
        attesterClaims.put(DemoClaims.text(component.name()), text(raw.value()));
      } else if (component.measurement() instanceof Measurement.Digested digested) {
        measured.put(component.name(), sha256(digested.digest()));
      }
    }
    Comparison comparison = Comparison.of(measured, reference.digests());
    Bytes ear = result(comparison, attesterClaims.build(), nonce);
    return new Result(ear, comparison.same().size(), comparison.notRecorded());
  }

  static Bytes token(Bytes evidence) throws DecodingException {
    Cmw cmw = Cmw.decode(evidence, Encoding.CBOR, CmwOptions.STRICT);
    if (cmw instanceof CmwRecord record) {
      return record.value();
    }
    throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, "", "not a record");
  }

  private static String text(Bytes utf8) {
    return new String(utf8.toByteArray(), StandardCharsets.UTF_8);
  }

  private static Bytes sha256(Digest digest) throws DecodingException {
    if (!digest.algorithm().equals(Label.of(Digest.SHA_256))) {
      throw DecodingException.of(
          Reason.UNSUPPORTED, "measurements", "a digest that is not SHA-256");
    }
    return digest.value();
  }

  private Bytes result(Comparison comparison, ClaimMap attesterClaims, Bytes nonce)
      throws GeneralSecurityException {
    Appraisal appraisal =
        Appraisal.builder()
            .claim(Category.INSTANCE_IDENTITY, RECOGNIZED_INSTANCE)
            .claim(Category.EXECUTABLES, executables(comparison))
            .policyId("tag:rats4j.org,2026:demo/files-as-built")
            .evidenceNonce(nonce)
            .attesterClaims(attesterClaims)
            .verifierClaims(DemoClaims.of(comparison))
            .build();
    EarClaims claims =
        Ear.builder()
            .verifierId("https://github.com/rats4j/rats4j", "rats demo")
            .clock(clock)
            .lifetime(LIFETIME)
            .nonce(nonce)
            .submod(LABEL, appraisal)
            .deriveStatus()
            .build();
    return Ear.jwt(claims).sign(key);
  }

  private static int executables(Comparison comparison) {
    if (!comparison.changed().isEmpty() || !comparison.missing().isEmpty()) {
      return CONTRAINDICATED_RUNTIME;
    }
    return comparison.unknown().isEmpty() ? APPROVED_RUNTIME : UNRECOGNIZED_RUNTIME;
  }
}
