package org.rats4j.expat;

import java.security.SecureRandom;
import java.util.Objects;
import org.rats4j.cmw.CmwForm;

/**
 * How one side makes and checks authenticators. The profile is what both sides share; the rest is
 * our own business.
 *
 * @param profile what the draft leaves open
 * @param limits how much a peer may send
 * @param attestationForm in which form attestation of ours goes out
 * @param random makes contexts
 * @param fullHandshakeVouched whether the caller vouches that the handshake was a full one where
 *     the TLS stack does not say
 */
public record ExpatOptions(
    ExpatProfile profile,
    ExpatLimits limits,
    CmwForm attestationForm,
    SecureRandom random,
    boolean fullHandshakeVouched) {
  /** Creates options. */
  public ExpatOptions {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(attestationForm, "attestationForm");
    Objects.requireNonNull(random, "random");
  }

  /** Returns options with the default limits; attestation goes out in CBOR. */
  public static ExpatOptions of(ExpatProfile profile) {
    return new ExpatOptions(profile, ExpatLimits.DEFAULT, CmwForm.CBOR, new SecureRandom(), false);
  }

  /** Returns these options with other limits. */
  public ExpatOptions withLimits(ExpatLimits limits) {
    return new ExpatOptions(profile, limits, attestationForm, random, fullHandshakeVouched);
  }

  /** Returns these options with another form for attestation of ours. */
  public ExpatOptions withAttestationForm(CmwForm form) {
    return new ExpatOptions(profile, limits, form, random, fullHandshakeVouched);
  }

  /** Returns these options with another source of contexts. */
  public ExpatOptions withRandom(SecureRandom random) {
    return new ExpatOptions(profile, limits, attestationForm, random, fullHandshakeVouched);
  }

  /**
   * Returns these options for a connection of which the TLS stack does not say whether it resumes a
   * session, and the caller knows that it does not. A connection that is known to be resumed is
   * refused all the same.
   */
  public ExpatOptions vouchForFullHandshake() {
    return new ExpatOptions(profile, limits, attestationForm, random, true);
  }
}
