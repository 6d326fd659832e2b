package org.rats4j.cmw.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.x509.AttestationBundle;
import org.rats4j.cmw.x509.CmwExtension;
import org.rats4j.core.Bytes;
import org.rats4j.test.vectors.VectorEntry;

/** Kinds of objects of X.509 that carry a wrapper, read with both certificate factories. */
public final class X509Entry {
  private static final List<Provider> FACTORIES =
      List.of(Security.getProvider("SUN"), new BouncyCastleProvider());

  private X509Entry() {}

  /** Checks an entry of kind {@code cmw-extension-value}. */
  public static void checkExtensionValue(VectorEntry entry) throws Exception {
    Bytes der = Bytes.copyOf(entry.content());
    Decoding.check(
        entry,
        (options, findings) -> {
          CmwExtension extension = CmwExtension.decode(der, false, options);
          assertArrayEquals(entry.content(), extension.getValue());
          extension.findings().forEach(findings::add);
        });
  }

  /** Checks an entry of kind {@code x509}. */
  public static void checkCertificate(VectorEntry entry) throws Exception {
    boolean without = entry.file().contains("without-cmw");
    boolean critical = entry.file().contains("critical");
    for (Provider provider : FACTORIES) {
      X509Certificate certificate =
          (X509Certificate) factory(provider).generateCertificate(content(entry));
      Decoding.check(
          entry,
          (options, findings) -> {
            Optional<CmwExtension> extension = CmwExtension.find(certificate, options);
            assertEquals(without, extension.isEmpty());
            assertEquals(critical, extension.map(CmwExtension::isCritical).orElse(false));
          });
      checkSignature(entry, certificate::verify);
    }
  }

  /** Checks an entry of kind {@code x509-crl}. */
  public static void checkCrl(VectorEntry entry) throws Exception {
    for (Provider provider : FACTORIES) {
      X509CRL crl = (X509CRL) factory(provider).generateCRL(content(entry));
      Decoding.check(
          entry, (options, findings) -> assertTrue(CmwExtension.find(crl, options).isPresent()));
      checkSignature(entry, crl::verify);
    }
  }

  /** Checks an entry of kind {@code pkcs10}. */
  public static void checkRequest(VectorEntry entry) throws Exception {
    Bytes der = Bytes.copyOf(entry.content());
    Decoding.check(
        entry,
        (options, findings) -> {
          Optional<CmwExtension> extension = CmwExtension.findInRequest(der, options);
          Optional<AttestationBundle> bundle = AttestationBundle.findInRequest(der, options);
          assertEquals(entry.file().contains("extension-request"), extension.isPresent());
          assertEquals(entry.file().contains("attestation"), bundle.isPresent());
          if (bundle.isPresent()) {
            List<Cmw> cmws = bundle.get().cmws(options);
            assertEquals(1, cmws.size());
            assertEquals(entry.file().contains("and-cert"), !bundle.get().certificates().isEmpty());
          }
        });
    PKCS10CertificationRequest request = new PKCS10CertificationRequest(entry.content());
    checkSignature(
        entry,
        key -> {
          if (!verifies(request, key)) {
            throw new SignatureException("wrong");
          }
        });
  }

  private static boolean verifies(PKCS10CertificationRequest request, PublicKey key) {
    try {
      return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
    } catch (org.bouncycastle.operator.OperatorCreationException
        | org.bouncycastle.pkcs.PKCSException e) {
      throw new AssertionError(e);
    }
  }

  private interface Signed {
    void verify(PublicKey key) throws GeneralSecurityException;
  }

  private static void checkSignature(VectorEntry entry, Signed signed) throws Exception {
    if (entry.verifies().isEmpty()) {
      return;
    }
    boolean verifies = true;
    try {
      signed.verify(VectorKeys.ofPem(entry.contentNamedBy("key").orElseThrow()));
    } catch (SignatureException e) {
      verifies = false;
    }
    assertEquals(entry.verifies().get(), verifies, "signature of the object");
    assertFalse(entry.requiredText("key").isEmpty());
  }

  private static CertificateFactory factory(Provider provider) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509", provider);
  }

  private static ByteArrayInputStream content(VectorEntry entry) {
    return new ByteArrayInputStream(entry.content());
  }
}
