package org.rats4j.cli.tls;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCmw;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.Nonce;
import org.rats4j.expat.AttestationAppraiser;
import org.rats4j.expat.AttestationProvider;
import org.rats4j.expat.BinderRequest;
import org.rats4j.expat.BoundValue;
import org.rats4j.expat.Verdict;

/**
 * The evidence of {@code rats tls}: an EAT whose nonce is the binder, and whose {@code cnf} is the
 * key of the authenticator. It shows that the holder of the attestation key vouches for that key on
 * that connection; it measures nothing.
 */
public final class Demonstration {
  private Demonstration() {}

  /** Returns the attester that signs with {@code attestationKey}. */
  public static AttestationProvider attester(Signer attestationKey) {
    return request -> evidence(request, attestationKey);
  }

  private static Cmw evidence(BinderRequest request, Signer attestationKey)
      throws GeneralSecurityException, DecodingException {
    EatClaims claims = BoundEvidence.claims(request).build();
    return EatCmw.wrap(Eat.cwt(claims).contentType().sign(attestationKey));
  }

  /** Returns the appraiser that trusts what {@code keys} sign. */
  public static AttestationAppraiser appraiser(List<VerificationKey> keys, Clock clock) {
    return (attestation, expected) -> appraise(attestation, expected, keys, clock);
  }

  private static Verdict appraise(
      Cmw attestation, BinderRequest expected, List<VerificationKey> keys, Clock clock)
      throws RatsException {
    if (!(attestation instanceof CmwRecord evidence)) {
      return Verdict.rejected(List.of());
    }
    EatExpectations expectations =
        EatExpectations.builder()
            .keys(KeyResolver.of(keys))
            .freshnessHandledElsewhere() // the nonce is found here, and compared with the binder
            .clock(clock)
            .build();
    EatClaims claims =
        Eat.decode(evidence.value(), DecodeOptions.STRICT).verify(expectations).claims();
    Nonce binder = Nonce.ofBytes(expected.binder());
    return Verdict.accepted(
        claims
            .get(Claims.NONCE)
            .map(nonces -> said(nonces.contains(binder)))
            .orElse(BoundValue.MISSING),
        claims
            .get(Claims.CONFIRMATION)
            .map(cnf -> said(cnf.isOf(expected.leaf().getPublicKey())))
            .orElse(BoundValue.MISSING));
  }

  private static BoundValue said(boolean equal) {
    return equal ? BoundValue.CONFIRMED : BoundValue.DIFFERENT;
  }
}
