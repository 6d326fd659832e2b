package org.rats4j.expat;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsRole;

/** The exporter values of one sender (RFC 9261, section 5.1). */
final class AuthenticatorKeys {
  private final SuiteHash hash;
  private final byte[] handshakeContext;
  private final byte[] finishedKey;

  AuthenticatorKeys(SuiteHash hash, byte[] handshakeContext, byte[] finishedKey) {
    this.hash = hash;
    this.handshakeContext = handshakeContext;
    this.finishedKey = finishedKey;
  }

  static AuthenticatorKeys of(TlsExporter exporter, SuiteHash hash, TlsRole sender)
      throws VerificationException {
    String label = "EXPORTER-" + sender.name().toLowerCase(Locale.ROOT) + " authenticator ";
    return new AuthenticatorKeys(
        hash,
        Binder.export(exporter, label + "handshake context", Bytes.EMPTY, hash.size())
            .toByteArray(),
        exportKey(exporter, label + "finished key", hash.size()));
  }

  private static byte[] exportKey(TlsExporter exporter, String label, int length)
      throws VerificationException {
    byte[] key = exporter.export(label, new byte[0], length);
    if (key.length != length) {
      throw Fault.NO_EXPORTER.verification("exporter gave another number of bytes than asked for");
    }
    return key.clone();
  }

  /** Returns the hash of the transcript, which begins with the Handshake Context. */
  MessageDigest startTranscript() {
    MessageDigest transcript = hash.messageDigest();
    transcript.update(handshakeContext);
    return transcript;
  }

  /** Returns verify_data for the hash of a transcript. */
  Bytes finished(byte[] transcriptHash) {
    try {
      Mac mac = Mac.getInstance(hash.macAlgorithm());
      mac.init(new SecretKeySpec(finishedKey, hash.macAlgorithm()));
      return Bytes.copyOf(mac.doFinal(transcriptHash));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("runtime has no " + hash.macAlgorithm(), e);
    }
  }

  void clear() {
    Arrays.fill(handshakeContext, (byte) 0);
    Arrays.fill(finishedKey, (byte) 0);
  }
}
