package org.rats4j.cli.kind;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborItem;

/** Shows X.509 certificates. */
final class CertificateView {
  /** Shows a byte string, or an array of them, as certificates. */
  static final Meaning CERTIFICATES =
      new Meaning() {
        @Override
        public View show(CborItem item) {
          if (item instanceof CborBytes bytes) {
            return of(bytes.value()).orElseGet(() -> Meaning.PLAIN.show(item));
          }
          return item instanceof CborArray ? Meaning.plain(item, this::show) : PLAIN.show(item);
        }
      };

  private CertificateView() {}

  /** Returns the certificate that {@code der} holds, if it is one. */
  static Optional<View> of(Bytes der) {
    try {
      return Optional.of(of(parse(der)));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  static X509Certificate parse(Bytes der) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    return (X509Certificate)
        factory.generateCertificate(new ByteArrayInputStream(der.toByteArray()));
  }

  static View of(X509Certificate certificate) throws CertificateEncodingException {
    View.Builder view =
        View.Group.builder()
            .put("subject", certificate.getSubjectX500Principal().getName())
            .put("issuer", certificate.getIssuerX500Principal().getName())
            .put("serial", certificate.getSerialNumber().toString(16))
            .put("notBefore", certificate.getNotBefore().toInstant().toString())
            .put("notAfter", certificate.getNotAfter().toInstant().toString())
            .put("publicKey", certificate.getPublicKey().getAlgorithm())
            .put("signatureAlgorithm", certificate.getSigAlgName())
            .put("authority", new View.Flag(certificate.getBasicConstraints() >= 0));
    List<String> extensions = new ArrayList<>();
    Set<String> critical = orEmpty(certificate.getCriticalExtensionOIDs());
    critical.forEach(oid -> extensions.add(oid + " critical"));
    extensions.addAll(orEmpty(certificate.getNonCriticalExtensionOIDs()));
    return view.putTexts("extensions", extensions)
        .put("sha-256", View.bytes(sha256(certificate.getEncoded())))
        .build();
  }

  private static Set<String> orEmpty(@org.jspecify.annotations.Nullable Collection<String> oids) {
    return oids == null ? Set.of() : new TreeSet<>(oids);
  }

  static Bytes sha256(byte[] bytes) {
    return Digest.sha256Of(Bytes.copyOf(bytes)).value();
  }
}
