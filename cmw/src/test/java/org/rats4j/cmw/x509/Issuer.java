package org.rats4j.cmw.x509;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.rats4j.core.Bytes;

/** Issues objects with extensions by another library, as a user would. */
final class Issuer {
  static final Provider BC = new BouncyCastleProvider();
  private static final X500Name NAME = new X500Name("CN=CMW test");
  private static final Date FROM = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final Date TO = Date.from(Instant.parse("2036-01-01T00:00:00Z"));

  private final KeyPair keys;
  private final ContentSigner signer;

  Issuer() throws Exception {
    keys = KeyPairGenerator.getInstance("EC", BC).generateKeyPair();
    signer =
        new JcaContentSignerBuilder("SHA256withECDSA").setProvider(BC).build(keys.getPrivate());
  }

  X509Certificate certificate(Provider factory, java.security.cert.Extension... extensions)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(NAME, BigInteger.ONE, FROM, TO, NAME, keys.getPublic());
    for (java.security.cert.Extension extension : extensions) {
      builder.addExtension(
          new ASN1ObjectIdentifier(extension.getId()),
          extension.isCritical(),
          extension.getValue());
    }
    byte[] der = builder.build(signer).getEncoded();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509", factory)
            .generateCertificate(new ByteArrayInputStream(der));
  }

  X509CRL crl(Provider factory, java.security.cert.Extension extension) throws Exception {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(NAME, FROM);
    builder.addExtension(
        new ASN1ObjectIdentifier(extension.getId()),
        extension.isCritical(),
        ASN1Primitive.fromByteArray(extension.getValue()));
    byte[] der = builder.build(signer).getEncoded();
    return (X509CRL)
        CertificateFactory.getInstance("X.509", factory).generateCRL(new ByteArrayInputStream(der));
  }

  /** Returns a request with the attribute of attestations for each bundle. */
  Bytes request(Bytes... bundles) throws Exception {
    JcaPKCS10CertificationRequestBuilder builder =
        new JcaPKCS10CertificationRequestBuilder(NAME, keys.getPublic());
    for (Bytes bundle : bundles) {
      builder.addAttribute(
          new ASN1ObjectIdentifier(AttestationBundle.OID.toString()),
          ASN1Primitive.fromByteArray(bundle.toByteArray()));
    }
    return Bytes.copyOf(builder.build(signer).getEncoded());
  }

  Bytes requestFor(Bytes... extensions) throws Exception {
    Extension[] all = new Extension[extensions.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = Extension.getInstance(ASN1Primitive.fromByteArray(extensions[i].toByteArray()));
    }
    JcaPKCS10CertificationRequestBuilder builder =
        new JcaPKCS10CertificationRequestBuilder(NAME, keys.getPublic());
    builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new Extensions(all));
    return Bytes.copyOf(builder.build(signer).getEncoded());
  }
}
