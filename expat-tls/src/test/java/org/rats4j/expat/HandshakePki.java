package org.rats4j.expat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.expat.tls.TlsCredentials;

/** A root and the credentials that it issues for TLS handshakes on this machine. */
public final class HandshakePki {
  private static final Provider BC = new BouncyCastleProvider();

  private final X500Name name;
  private final KeyPair root;
  private final X509Certificate certificate;

  /** What a key is. */
  public enum Kind {
    P256("EC", "secp256r1", Algorithms.ES256),
    P384("EC", "secp384r1", Algorithms.ES384),
    P521("EC", "secp521r1", Algorithms.ES512),
    ED25519("Ed25519", "", Algorithms.ED25519),
    ED448("Ed448", "", Algorithms.ED448),
    RSA("RSA", "2048", Algorithms.PS256),
    RSA_PSS("RSASSA-PSS", "2048", Algorithms.PS256),
    RSA_SHORT("RSA", "1024", Algorithms.PS256);

    private final String algorithm;
    private final String parameter;
    private final long signature;

    Kind(String algorithm, String parameter, long signature) {
      this.algorithm = algorithm;
      this.parameter = parameter;
      this.signature = signature;
    }

    /** Returns who answers requests with these credentials. */
    public Identity identity(TlsCredentials credentials) {
      return Identity.of(credentials.chain(), Signers.of(credentials.key(), signature));
    }

    /** Makes a pair of keys, of the JDK. */
    public KeyPair keys() throws Exception {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec(parameter));
      } else if (algorithm.startsWith("RSA")) {
        generator.initialize(Integer.parseInt(parameter));
      }
      return generator.generateKeyPair();
    }
  }

  /** Makes a root. */
  public HandshakePki(String name) throws Exception {
    this.name = new X500Name("CN=" + name);
    root = Kind.P256.keys();
    X509v3CertificateBuilder builder = builder(this.name, root);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    certificate = sign(builder);
  }

  /** Returns the root as anchor. */
  public TrustAnchors anchors() {
    return TrustAnchors.of(certificate);
  }

  /** Returns credentials of a server with these names, such as "DNS:localhost". */
  public TlsCredentials server(Kind kind, String... names) throws Exception {
    return issue(kind, KeyPurposeId.id_kp_serverAuth, names);
  }

  /** Returns credentials of the server "localhost" and "127.0.0.1". */
  public TlsCredentials localhost(Kind kind) throws Exception {
    return server(kind, "DNS:localhost", "IP:127.0.0.1");
  }

  /** Returns credentials of a client. */
  public TlsCredentials client(Kind kind) throws Exception {
    return issue(kind, KeyPurposeId.id_kp_clientAuth);
  }

  private TlsCredentials issue(Kind kind, KeyPurposeId purpose, String... names) throws Exception {
    KeyPair keys = kind.keys();
    X509v3CertificateBuilder builder = builder(new X500Name("CN=" + kind), keys);
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    if (names.length > 0) {
      GeneralName[] all =
          Arrays.stream(names)
              .map(
                  text ->
                      new GeneralName(
                          text.startsWith("IP:") ? GeneralName.iPAddress : GeneralName.dNSName,
                          text.substring(text.indexOf(':') + 1)))
              .toArray(GeneralName[]::new);
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all));
    }
    return new TlsCredentials(keys.getPrivate(), List.of(sign(builder)));
  }

  private X509v3CertificateBuilder builder(X500Name subject, KeyPair keys) {
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
        name,
        BigInteger.valueOf(now.toEpochMilli()),
        Date.from(now.minus(Duration.ofDays(1))),
        Date.from(now.plus(Duration.ofDays(30))),
        subject,
        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
  }

  private X509Certificate sign(X509v3CertificateBuilder builder) throws Exception {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(BC)
                    .build(root.getPrivate())));
  }
}
