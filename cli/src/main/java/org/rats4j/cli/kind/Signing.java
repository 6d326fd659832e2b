package org.rats4j.cli.kind;

import java.util.Objects;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Signer;

/**
 * What signs a message.
 *
 * @param signer makes the signature
 * @param keyId goes into the header, if there is one
 * @param certificate that of the signer in DER, where the message names its signer by it
 * @param subject who a certificate is requested for
 */
public record Signing(
    Signer signer,
    Optional<Bytes> keyId,
    Optional<Bytes> certificate,
    Optional<X500Principal> subject) {
  /** Creates a signing. */
  public Signing {
    Objects.requireNonNull(signer, "signer");
    Objects.requireNonNull(keyId, "keyId");
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(subject, "subject");
  }

  /** Creates a signing without certificate and subject. */
  public Signing(Signer signer, Optional<Bytes> keyId) {
    this(signer, keyId, Optional.empty(), Optional.empty());
  }

  /** Returns this signing by the owner of a certificate, or for a subject. */
  public Signing with(Optional<Bytes> ofSigner, Optional<X500Principal> requested) {
    return new Signing(signer, keyId, ofSigner, requested);
  }
}
