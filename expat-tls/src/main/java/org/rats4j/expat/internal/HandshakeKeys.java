package org.rats4j.expat.internal;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.rats4j.expat.tls.TlsCredentials;

/**
 * Shows one key and its certificates, in the form of the JDK: JSSE compares names of algorithms.
 */
final class HandshakeKeys extends X509ExtendedKeyManager {
  private static final String ALIAS = "handshake";

  private final PrivateKey key;
  private final X509Certificate[] chain;

  private HandshakeKeys(PrivateKey key, X509Certificate[] chain) {
    this.key = key;
    this.chain = chain;
  }

  /**
   * Returns the keys of {@code credentials}.
   *
   * @throws IllegalArgumentException if the JDK does not take a certificate
   */
  static HandshakeKeys of(TlsCredentials credentials) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      X509Certificate[] chain = new X509Certificate[credentials.chain().size()];
      for (int i = 0; i < chain.length; i++) {
        byte[] der = credentials.chain().get(i).getEncoded();
        chain[i] = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
      }
      return new HandshakeKeys(
          translated(credentials.key(), chain[0].getPublicKey().getAlgorithm()), chain);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("JDK does not take a certificate", e);
    }
  }

  /** A key without encoding, or one that the JDK does not know, stays what it is. */
  private static PrivateKey translated(PrivateKey key, String algorithm) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      return key;
    }
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      return key;
    }
  }

  private @Nullable String aliasFor(String... keyTypes) {
    String type = chain[0].getPublicKey().getAlgorithm();
    return Arrays.asList(keyTypes).contains(type) ? ALIAS : null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal[] issuers) {
    return aliasFor(keyType) == null ? null : new String[] {ALIAS};
  }

  @Override
  public @Nullable String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    return aliasFor(keyTypes);
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal[] issuers, SSLEngine engine) {
    return aliasFor(keyTypes);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal[] issuers) {
    return aliasFor(keyType) == null ? null : new String[] {ALIAS};
  }

  @Override
  public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return aliasFor(keyType);
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal[] issuers, SSLEngine engine) {
    return aliasFor(keyType);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return ALIAS.equals(alias) ? chain.clone() : null;
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return ALIAS.equals(alias) ? key : null;
  }
}
