package org.rats4j.core.crypto;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.rats4j.core.Bytes;
import org.rats4j.core.internal.BundledProvider;

/** A name with a key and a certificate, which issues others. */
record TestCa(String name, KeyPair keys, KeyKind kind, X509Certificate certificate) {
  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

  static TestCa root(String name, KeyKind kind) throws Exception {
    TestCa unsigned = new TestCa(name, TestKeys.ofBundled(kind), kind, null);
    X509Certificate certificate = unsigned.issue(name, unsigned.keys, TestCa::asCa, 1);
    return new TestCa(name, unsigned.keys, kind, certificate);
  }

  TestCa issueCa(String name, KeyKind kind) throws Exception {
    KeyPair pair = TestKeys.another(kind);
    return new TestCa(name, pair, kind, issue(name, pair, TestCa::asCa, 2));
  }

  X509Certificate issueLeaf(KeyPair pair) throws Exception {
    return issue("leaf", pair, builder -> keyUsage(builder, KeyUsage.digitalSignature), 3);
  }

  X509Certificate issue(
      String subject, KeyPair pair, Consumer<X509v3CertificateBuilder> extensions, int serial)
      throws Exception {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            new X500Name("CN=" + name),
            BigInteger.valueOf(serial),
            Date.from(FROM),
            Date.from(UNTIL),
            new X500Name("CN=" + subject),
            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    extensions.accept(builder);
    return new JcaX509CertificateConverter()
        .setProvider(BundledProvider.get())
        .getCertificate(builder.build(signer()));
  }

  X509CRL crl(Instant nextUpdate, int... revoked) throws Exception {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name("CN=" + name), Date.from(FROM));
    builder.setNextUpdate(Date.from(nextUpdate));
    for (int serial : revoked) {
      builder.addCRLEntry(BigInteger.valueOf(serial), Date.from(FROM), CRLReason.keyCompromise);
    }
    return new JcaX509CRLConverter()
        .setProvider(BundledProvider.get())
        .getCRL(builder.build(signer()));
  }

  private ContentSigner signer() throws OperatorCreationException {
    String algorithm =
        kind.curve().map(curve -> curve.hash() + "withECDSA").orElse(kind.name().replace('_', '-'));
    return new JcaContentSignerBuilder(kind == KeyKind.RSA ? "SHA256withRSA" : algorithm)
        .setProvider(BundledProvider.get())
        .build(keys.getPrivate());
  }

  static void asCa(X509v3CertificateBuilder builder) {
    basicConstraints(builder, new BasicConstraints(true));
    keyUsage(builder, KeyUsage.keyCertSign | KeyUsage.cRLSign);
  }

  static void basicConstraints(X509v3CertificateBuilder builder, BasicConstraints value) {
    try {
      builder.addExtension(Extension.basicConstraints, true, value);
    } catch (CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void keyUsage(X509v3CertificateBuilder builder, int bits) {
    try {
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(bits));
    } catch (CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void unknownCritical(X509v3CertificateBuilder builder) {
    try {
      builder.addExtension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE);
    } catch (CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Bytes der(X509Certificate certificate) {
    try {
      return Bytes.copyOf(certificate.getEncoded());
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
