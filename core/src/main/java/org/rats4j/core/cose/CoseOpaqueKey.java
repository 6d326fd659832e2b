package org.rats4j.core.cose;

import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.VerificationKey;

/**
 * A {@link CoseKey} of a type that is not known here. It is kept and written again, and verifies
 * nothing. It may hold secrets.
 */
public final class CoseOpaqueKey implements CoseKey {
  private final CoseKeyParameters parameters;
  private final Bytes encoded;

  CoseOpaqueKey(CoseKeyParameters parameters, Bytes encoded) {
    this.parameters = parameters;
    this.encoded = encoded;
  }

  @Override
  public CoseKeyParameters parameters() {
    return parameters;
  }

  @Override
  public Optional<Bytes> thumbprint() {
    return Optional.empty();
  }

  @Override
  public VerificationKey toVerificationKey() throws VerificationException {
    throw VerificationException.of(Reason.KEY_MISMATCH, "key is of an unknown type");
  }

  @Override
  public Bytes encode() {
    return encoded;
  }

  @Override
  public String toString() {
    return "CoseOpaqueKey[" + parameters + "]";
  }
}
