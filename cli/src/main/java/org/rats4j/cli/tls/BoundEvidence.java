package org.rats4j.cli.tls;

import org.rats4j.core.cose.CoseKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Confirmation;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.expat.BinderRequest;
import org.rats4j.expat.ExpatProfile;

/**
 * Evidence of one connection as {@code rats} makes it: an EAT whose nonce is the binder, and whose
 * {@code cnf} is the key of the authenticator.
 */
public final class BoundEvidence {
  /** What both sides agreed on. */
  public static final ExpatProfile PROFILE = ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE);

  private BoundEvidence() {}

  /** Returns claims that name binder and key of {@code request}, to which others may be added. */
  public static EatClaims.Builder claims(BinderRequest request) {
    return EatClaims.builder()
        .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(request.binder())))
        .put(Claims.CONFIRMATION, Confirmation.of(CoseKey.of(request.leaf().getPublicKey())))
        .put(Claims.SOFTWARE_NAME, "rats");
  }
}
