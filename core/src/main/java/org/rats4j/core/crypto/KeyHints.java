package org.rats4j.core.crypto;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rats4j.core.Bytes;

/**
 * What the headers of a message say of its key. Nothing of it is verified: a hint selects a key, it
 * never makes one trusted.
 */
public interface KeyHints {
  /** Of a message that says nothing of its key. */
  KeyHints NONE = new ChainHints(List.of());

  /** Returns the hints of a message that has these certificates and says nothing else. */
  static KeyHints ofChain(List<Bytes> certificateChain) {
    return new ChainHints(certificateChain);
  }

  /** Returns the algorithm of the message, from its protected header. */
  OptionalLong algorithm();

  /** Returns COSE {@code kid}, or the UTF-8 bytes of JOSE's. */
  Optional<Bytes> keyId();

  /** Returns the certificates in DER, the signer's first; not parsed. */
  List<Bytes> certificateChain();

  /** Returns the thumbprint of the signer's certificate. */
  Optional<CertificateThumbprint> certificateThumbprint();
}
