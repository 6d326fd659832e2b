package org.rats4j.core.jose;

import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonWriter;

/**
 * A {@link Jwk} of a type that is not known here. It is kept and written again, and verifies
 * nothing. It may hold secrets.
 */
public final class OpaqueJwk implements Jwk {
  private final JwkParameters parameters;
  private final JsonObject members;

  OpaqueJwk(JwkParameters parameters, JsonObject members) {
    this.parameters = parameters;
    this.members = members;
  }

  @Override
  public JwkParameters parameters() {
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
  public void write(JsonWriter out) {
    out.writeValue(members);
  }

  @Override
  public String toString() {
    return "OpaqueJwk[" + parameters + "]";
  }
}
