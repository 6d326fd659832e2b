package org.rats4j.pkix.hsm;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.der.GeneralizedTime;
import org.rats4j.pkix.AttestationRequest;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceBuilder;
import org.rats4j.pkix.EvidenceClaimKey;
import org.rats4j.pkix.EvidenceClaims;
import org.rats4j.pkix.EvidenceSigner;
import org.rats4j.pkix.KeyElement;
import org.rats4j.pkix.PkixCodes;
import org.rats4j.pkix.PlatformElement;
import org.rats4j.pkix.ReportedClaim;
import org.rats4j.pkix.ReportedElement;
import org.rats4j.pkix.TransactionElement;
import org.rats4j.pkix.UnverifiedEvidence;

/**
 * Answers requests with evidence: it reports what was asked for and what its sources observe, and
 * nothing else.
 *
 * <p>A program that runs outside of a module is no attesting environment of it: what it says is as
 * good as its host. See the description of this package.
 */
public final class Attester {
  private final PlatformSource platform;
  private final KeySource keys;
  private final List<EvidenceSigner> signers;
  private final RequestAuthorization authorization;
  private final @Nullable Clock clock;

  private Attester(Builder builder) {
    platform = builder.platform;
    keys = builder.keys;
    signers = List.copyOf(builder.signers);
    authorization = builder.authorization;
    clock = builder.clock;
  }

  /** Returns a builder without sources and signers. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Answers a request.
   *
   * @throws VerificationException if the request must not be answered: with the code {@link
   *     PkixCodes#REQUEST_ELEMENT_UNKNOWN}, {@link PkixCodes#REQUEST_CLAIM_UNKNOWN}, {@link
   *     PkixCodes#REQUEST_KEY_NOT_SELECTED}, {@link PkixCodes#REQUEST_KEY_NOT_FOUND} or {@link
   *     PkixCodes#REQUEST_REFUSED}
   * @throws GeneralSecurityException if the module does not answer, or a key refuses
   */
  public UnverifiedEvidence answer(AttestationRequest request)
      throws VerificationException, GeneralSecurityException {
    if (request.tbs().oids().isLegacy()) {
      throw refused(PkixCodes.REQUEST_REFUSED, "", "older forms are only read");
    }
    for (ReportedElement element : request.tbs().elements()) {
      check(element);
    }
    if (!authorization.mayAnswer(request)) {
      throw refused(PkixCodes.REQUEST_REFUSED, "", "presenter may not see this");
    }
    EvidenceBuilder evidence = Evidence.builder(request.tbs().oids()).withoutAkBinding();
    signers.forEach(evidence::signer);
    Set<String> reported = new HashSet<>();
    int elements = 0;
    for (ReportedElement element : request.tbs().elements()) {
      ClaimValues values = values(element);
      if (element instanceof KeyElement && !reportsOther(values, reported)) {
        throw refused(PkixCodes.REQUEST_KEY_NOT_SELECTED, element.path(), "key asked for twice");
      }
      List<EvidenceClaimKey<?>> asked =
          asked(element).stream().filter(key -> !values.all(key).isEmpty()).toList();
      if (!asked.isEmpty()) {
        elements++;
        evidence.element(element.type(), built -> asked.forEach(key -> values.report(key, built)));
      }
    }
    if (elements == 0) {
      throw refused(PkixCodes.REQUEST_REFUSED, "", "nothing of what is asked for is known");
    }
    return evidence.sign();
  }

  private static void check(ReportedElement element) throws VerificationException {
    if (!(element instanceof TransactionElement
        || element instanceof PlatformElement
        || element instanceof KeyElement)) {
      throw refused(PkixCodes.REQUEST_ELEMENT_UNKNOWN, element.path(), "unknown type");
    }
    for (ReportedClaim claim : element.claims()) {
      if (claim.key().isEmpty() && claim.value().isPresent()) {
        throw refused(
            PkixCodes.REQUEST_CLAIM_UNKNOWN, element.path(), "value for a claim of unknown type");
      }
    }
    if (element instanceof KeyElement key && key.identifiers().isEmpty()) {
      throw refused(PkixCodes.REQUEST_KEY_NOT_SELECTED, element.path(), "key without identifier");
    }
  }

  private ClaimValues values(ReportedElement element)
      throws VerificationException, GeneralSecurityException {
    if (element instanceof KeyElement key) {
      return key(key);
    }
    return element instanceof TransactionElement transaction
        ? transaction(transaction)
        : platform.read();
  }

  private ClaimValues transaction(TransactionElement asked) {
    ClaimValues.Builder values =
        ClaimValues.builder().addIfPresent(EvidenceClaims.NONCE, asked.nonce());
    if (clock != null) {
      values.add(EvidenceClaims.TIMESTAMP, GeneralizedTime.of(clock.instant()));
    }
    signers.stream()
        .map(EvidenceSigner::publicKey)
        .distinct()
        .forEach(key -> values.add(EvidenceClaims.AK_SPKI, key));
    return values.build();
  }

  private ClaimValues key(KeyElement asked) throws VerificationException, GeneralSecurityException {
    Optional<ClaimValues> found = keys.find(asked.identifiers().get(0));
    if (found.isEmpty()
        || !found.get().all(EvidenceClaims.IDENTIFIER).containsAll(asked.identifiers())) {
      throw refused(PkixCodes.REQUEST_KEY_NOT_FOUND, asked.path(), "no such key");
    }
    return found.get();
  }

  private static boolean reportsOther(ClaimValues key, Set<String> reported) {
    boolean other = true;
    for (String identifier : key.all(EvidenceClaims.IDENTIFIER)) {
      other &= reported.add(identifier);
    }
    return other;
  }

  private static List<EvidenceClaimKey<?>> asked(ReportedElement element) {
    List<EvidenceClaimKey<?>> keys = new ArrayList<>();
    for (ReportedClaim claim : element.claims()) {
      claim.key().filter(key -> !keys.contains(key)).ifPresent(keys::add);
    }
    return keys;
  }

  private static VerificationException refused(String code, String path, String detail) {
    return VerificationException.of(Reason.PROTOCOL_VIOLATION, code, path, detail);
  }

  /** Builds {@link Attester}. Not safe for use by several threads. */
  public static final class Builder {
    private PlatformSource platform = PlatformSource.NONE;
    private KeySource keys = KeySource.NONE;
    private final List<EvidenceSigner> signers = new ArrayList<>();
    private RequestAuthorization authorization = RequestAuthorization.ANYBODY;
    private @Nullable Clock clock;

    private Builder() {}

    /** Sets who observes the module; nobody by default. */
    public Builder platform(PlatformSource value) {
      platform = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets who observes keys; nobody by default. */
    public Builder keys(KeySource value) {
      keys = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Adds an attestation key. */
    public Builder signer(EvidenceSigner value) {
      signers.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Sets who may have what attested; everybody everything by default. */
    public Builder authorization(RequestAuthorization value) {
      authorization = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the clock for timestamps; without it there are none. */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Returns the attester.
     *
     * @throws IllegalStateException if nobody signs
     */
    public Attester build() {
      if (signers.isEmpty()) {
        throw new IllegalStateException("nobody signs");
      }
      return new Attester(this);
    }
  }
}
