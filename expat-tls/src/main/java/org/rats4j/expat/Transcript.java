package org.rats4j.expat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.rats4j.core.Bytes;

/**
 * What is signed and what the MAC covers (RFC 9261, section 5.2), fed message by message as it was
 * sent or received.
 *
 * <pre>{@code
 * Hash(Handshake Context | request | Certificate)                      -> signature
 * Hash(Handshake Context | request | Certificate | CertificateVerify)  -> Finished
 * }</pre>
 */
final class Transcript {
  private static final Bytes SIGNATURE_PREFIX = signaturePrefix();

  private final AuthenticatorKeys keys;
  private final MessageDigest digest;

  private Transcript(AuthenticatorKeys keys, MessageDigest digest) {
    this.keys = keys;
    this.digest = digest;
  }

  /** Begins a transcript; {@code request} has no bytes if there was none. */
  static Transcript of(AuthenticatorKeys keys, Bytes request) {
    MessageDigest digest = keys.startTranscript();
    request.update(digest);
    return new Transcript(keys, digest);
  }

  Transcript add(Bytes message) {
    message.update(digest);
    return this;
  }

  /** Returns what CertificateVerify signs: the transcript up to here goes in. */
  Bytes toBeSigned() {
    return SIGNATURE_PREFIX.concat(Bytes.copyOf(hash()));
  }

  /** Returns verify_data: the transcript up to here goes in. */
  Bytes finished() {
    return keys.finished(hash());
  }

  private byte[] hash() {
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("hash of the runtime cannot be copied", e);
    }
  }

  private static Bytes signaturePrefix() {
    byte[] spaces = new byte[64];
    Arrays.fill(spaces, (byte) 0x20);
    String separated = "Exported Authenticator\0";
    return Bytes.copyOf(spaces).concat(Bytes.copyOf(separated.getBytes(StandardCharsets.US_ASCII)));
  }
}
