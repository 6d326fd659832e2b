package org.rats4j.expat.bc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.DefaultTlsCredentialedSigner;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsSigner;
import org.bouncycastle.tls.crypto.TlsStreamSigner;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.EcdsaSignature;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.expat.SignatureScheme;
import org.rats4j.expat.tls.TlsCredentials;

/** Signs the handshake with a key that may be anywhere: in memory, in a token, behind a network. */
final class HandshakeSigner implements TlsSigner {
  private static final Map<Integer, Long> ALGORITHMS = algorithms();

  private final Signer signer;
  private final boolean ecdsa;

  private HandshakeSigner(Signer signer, boolean ecdsa) {
    this.signer = signer;
    this.ecdsa = ecdsa;
  }

  private static Map<Integer, Long> algorithms() {
    Map<Integer, Long> all = new LinkedHashMap<>();
    all.put(SignatureScheme.ECDSA_SECP256R1_SHA256, Algorithms.ES256);
    all.put(SignatureScheme.ECDSA_SECP384R1_SHA384, Algorithms.ES384);
    all.put(SignatureScheme.ECDSA_SECP521R1_SHA512, Algorithms.ES512);
    all.put(SignatureScheme.ED25519, Algorithms.ED25519);
    all.put(SignatureScheme.ED448, Algorithms.ED448);
    all.put(SignatureScheme.RSA_PSS_RSAE_SHA256, Algorithms.PS256);
    all.put(SignatureScheme.RSA_PSS_RSAE_SHA384, Algorithms.PS384);
    all.put(SignatureScheme.RSA_PSS_RSAE_SHA512, Algorithms.PS512);
    all.put(SignatureScheme.RSA_PSS_PSS_SHA256, Algorithms.PS256);
    all.put(SignatureScheme.RSA_PSS_PSS_SHA384, Algorithms.PS384);
    all.put(SignatureScheme.RSA_PSS_PSS_SHA512, Algorithms.PS512);
    return all;
  }

  /**
   * Returns the credentials for a peer that takes {@code offered}.
   *
   * @throws TlsFatalAlert with handshake_failure if the key makes no such signature
   */
  static TlsCredentialedSigner credentialed(
      TlsContext context, TlsCredentials credentials, byte[] requestContext, Vector<?> offered)
      throws IOException {
    for (Map.Entry<Integer, Long> fitting : algorithmsOf(credentials).entrySet()) {
      SignatureAndHashAlgorithm algorithm =
          org.bouncycastle.tls.SignatureScheme.getSignatureAndHashAlgorithm(fitting.getKey());
      if (offered.contains(algorithm)) {
        return new DefaultTlsCredentialedSigner(
            new TlsCryptoParameters(context),
            of(credentials, fitting.getValue()),
            certificate(context, credentials, requestContext),
            algorithm);
      }
    }
    throw new TlsFatalAlert(
        AlertDescription.handshake_failure, "peer takes no signature of our key");
  }

  private static HandshakeSigner of(TlsCredentials credentials, long algorithm) throws IOException {
    try {
      return new HandshakeSigner(
          Signers.of(credentials.key(), algorithm),
          algorithm == Algorithms.ES256
              || algorithm == Algorithms.ES384
              || algorithm == Algorithms.ES512);
    } catch (IllegalArgumentException e) {
      throw new TlsFatalAlert(
          AlertDescription.internal_error, "key is not that of the certificate", e);
    }
  }

  /** Returns the schemes of the key in the certificate and their algorithms, the best first. */
  private static Map<Integer, Long> algorithmsOf(TlsCredentials credentials) {
    VerificationKey key = VerificationKey.of(credentials.leaf().getPublicKey());
    boolean pss = credentials.leaf().getPublicKey().getAlgorithm().endsWith("PSS");
    Map<Integer, Long> schemes = new LinkedHashMap<>();
    for (Map.Entry<Integer, Long> entry : ALGORITHMS.entrySet()) {
      String name = SignatureScheme.name(entry.getKey());
      boolean fitsType = !name.startsWith("rsa_") || pss == name.startsWith("rsa_pss_pss");
      if (fitsType && key.fits(entry.getValue())) {
        schemes.put(entry.getKey(), entry.getValue());
      }
    }
    return schemes;
  }

  private static Certificate certificate(
      TlsContext context, TlsCredentials credentials, byte[] requestContext) throws IOException {
    CertificateEntry[] entries = new CertificateEntry[credentials.chain().size()];
    for (int i = 0; i < entries.length; i++) {
      byte[] der = BcCertificates.encoded(credentials.chain().get(i));
      entries[i] = new CertificateEntry(context.getCrypto().createCertificate(der), null);
    }
    return new Certificate(requestContext, entries);
  }

  @Override
  public byte[] generateRawSignature(SignatureAndHashAlgorithm algorithm, byte[] hash)
      throws IOException {
    throw new TlsFatalAlert(AlertDescription.internal_error, "TLS 1.3 signs messages, not hashes");
  }

  @Override
  public TlsStreamSigner getStreamSigner(SignatureAndHashAlgorithm algorithm) {
    ByteArrayOutputStream toBeSigned = new ByteArrayOutputStream();
    return new TlsStreamSigner() {
      @Override
      public OutputStream getOutputStream() {
        return toBeSigned;
      }

      @Override
      public byte[] getSignature() throws IOException {
        return signatureOver(toBeSigned.toByteArray());
      }
    };
  }

  private byte[] signatureOver(byte[] toBeSigned) throws IOException {
    try {
      byte[] signature = signer.sign(toBeSigned);
      return ecdsa ? EcdsaSignature.toDer(Bytes.copyOf(signature)).toByteArray() : signature;
    } catch (GeneralSecurityException e) {
      throw new TlsFatalAlert(AlertDescription.internal_error, "key refuses to sign", e);
    }
  }
}
