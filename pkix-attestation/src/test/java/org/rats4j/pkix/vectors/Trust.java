package org.rats4j.pkix.vectors;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.pkix.AttestationKey;
import org.rats4j.pkix.AttestationKeyResolver;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.test.vectors.VectorEntry;

/** Whom an entry trusts, and when. */
final class Trust {
  private Trust() {}

  static EvidenceExpectations.Builder of(VectorEntry entry) throws Exception {
    Bytes anchor = TableEntry.certificate(entry.contentNamedBy("anchor").orElseThrow());
    EvidenceExpectations.Builder builder =
        EvidenceExpectations.builder()
            .trustAnchors(TrustAnchors.of(x509(anchor)))
            .clock(clock(entry));
    for (String file : entry.texts("trustedKeys")) {
      builder.key(PublicKeyInfo.decode(Bytes.copyOf(entry.contentOf(file))));
    }
    List<Bytes> certificates = new ArrayList<>();
    for (String file : entry.texts("extraCertificates")) {
      certificates.add(TableEntry.certificate(entry.contentOf(file)));
    }
    Map<Bytes, AttestationKey> keys = new HashMap<>();
    for (Map.Entry<String, String> key : entry.textMap("resolve").entrySet()) {
      Bytes certificate = TableEntry.certificate(entry.contentOf(key.getValue()));
      keys.put(Bytes.ofHex(key.getKey()), AttestationKey.ofCertificate(certificate));
    }
    return builder.certificates(certificates).keys(AttestationKeyResolver.of(keys));
  }

  static Clock clock(VectorEntry entry) {
    return Clock.fixed(Instant.parse(entry.requiredText("at")), ZoneOffset.UTC);
  }

  private static X509Certificate x509(Bytes der) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(der.toByteArray()));
  }
}
