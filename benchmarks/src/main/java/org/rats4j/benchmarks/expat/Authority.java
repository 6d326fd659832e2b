package org.rats4j.benchmarks.expat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.rats4j.benchmarks.signature.Scheme;
import org.rats4j.core.crypto.TrustAnchors;

/** A root with an ECDSA key, and the certificates that it issues. */
final class Authority {
  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final KeyPair keys;
  private final X509Certificate root;

  Authority() throws GeneralSecurityException, IOException {
    keys = Scheme.ES256.newKeyPair();
    root = issue("root", keys, true);
  }

  TrustAnchors anchors() {
    return TrustAnchors.of(root);
  }

  List<X509Certificate> issue(KeyPair leaf) throws GeneralSecurityException, IOException {
    return List.of(issue("leaf", leaf, false));
  }

  private X509Certificate issue(String name, KeyPair subject, boolean authority)
      throws GeneralSecurityException, IOException {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            new X500Name("CN=root"),
            BigInteger.valueOf(name.length()),
            Date.from(NOW.minus(Duration.ofDays(1))),
            Date.from(NOW.plus(Duration.ofDays(1))),
            new X500Name("CN=" + name),
            SubjectPublicKeyInfo.getInstance(subject.getPublic().getEncoded()));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
    if (!authority) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
    }
    try {
      return new JcaX509CertificateConverter()
          .setProvider(PROVIDER)
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .setProvider(PROVIDER)
                      .build(keys.getPrivate())));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
