package org.rats4j.cli.kind;

import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Signer;

/**
 * What signs a message.
 *
 * @param signer makes the signature
 * @param keyId goes into the header, if there is one
 */
public record Signing(Signer signer, Optional<Bytes> keyId) {
  /** Creates a signing. */
  public Signing {
    Objects.requireNonNull(signer, "signer");
    Objects.requireNonNull(keyId, "keyId");
  }
}
