package org.rats4j.corim.appraisal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.cose.CosePublicKey;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Pem;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.comid.CertificateThumbprint;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.DerCertificate;
import org.rats4j.corim.comid.EncodedCoseKey;
import org.rats4j.corim.comid.KeyThumbprint;
import org.rats4j.corim.comid.PkixCertificate;
import org.rats4j.corim.comid.PkixKey;

/**
 * The forms of one key: what is known by a certificate is also known by its key, and both by their
 * thumbprints. It never goes the other way.
 */
final class KeyForms {
  private KeyForms() {}

  static Set<CryptoKey> all(List<CryptoKey> keys) {
    Set<CryptoKey> forms = new HashSet<>();
    for (CryptoKey key : keys) {
      forms.add(key);
      forms.add(normal(key));
      certificate(key).ifPresent(der -> addCertificate(forms, der));
      publicKey(key).ifPresent(spki -> addKey(forms, spki));
    }
    return Set.copyOf(forms);
  }

  /** Returns {@code key} with PEM in lines of 64 and digests named by number. */
  static CryptoKey normal(CryptoKey key) {
    if (key instanceof PkixKey) {
      return publicKey(key).<CryptoKey>map(KeyForms::pem).orElse(key);
    }
    if (key instanceof PkixCertificate) {
      return certificate(key).<CryptoKey>map(KeyForms::pemCertificate).orElse(key);
    }
    if (key instanceof KeyThumbprint thumbprint) {
      return new KeyThumbprint(normal(thumbprint.digest()));
    }
    if (key instanceof CertificateThumbprint thumbprint) {
      return new CertificateThumbprint(normal(thumbprint.digest()));
    }
    return key;
  }

  private static Digest normal(Digest digest) {
    return digest.knownAlgorithm().isPresent()
        ? Digest.of(digest.knownAlgorithm().getAsInt(), digest.value())
        : digest;
  }

  private static void addKey(Set<CryptoKey> forms, Bytes spki) {
    forms.add(pem(spki));
    for (Digest digest : Thumbprints.of(spki)) {
      forms.add(new KeyThumbprint(digest));
    }
  }

  private static void addCertificate(Set<CryptoKey> forms, Bytes der) {
    forms.add(new DerCertificate(der));
    forms.add(pemCertificate(der));
    for (Digest digest : Thumbprints.of(der)) {
      forms.add(new CertificateThumbprint(digest));
    }
    try {
      addKey(forms, Bytes.copyOf(EncodedKeys.certificate(der).getPublicKey().getEncoded()));
    } catch (DecodingException e) {
      return; // what cannot be read stands for itself alone
    }
  }

  private static PkixKey pem(Bytes spki) {
    return new PkixKey(new Pem(Pem.PUBLIC_KEY, spki).encode());
  }

  private static PkixCertificate pemCertificate(Bytes der) {
    return new PkixCertificate(new Pem(Pem.CERTIFICATE, der).encode());
  }

  static Optional<Bytes> certificate(CryptoKey key) {
    if (key instanceof DerCertificate certificate) {
      return Optional.of(certificate.der());
    }
    return key instanceof PkixCertificate certificate
        ? block(certificate.pem(), Pem.CERTIFICATE)
        : Optional.empty();
  }

  static Optional<Bytes> publicKey(CryptoKey key) {
    if (key instanceof PkixKey pkix) {
      return block(pkix.pem(), Pem.PUBLIC_KEY);
    }
    try {
      if (key instanceof EncodedCoseKey cose && cose.key() instanceof CosePublicKey known) {
        byte[] encoded = known.toPublicKey().getEncoded();
        return encoded == null ? Optional.empty() : Optional.of(Bytes.copyOf(encoded));
      }
    } catch (DecodingException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Bytes> block(String pem, String label) {
    try {
      List<Pem> blocks = Pem.decode(Bytes.ofUtf8(pem), CorimOptions.STRICT);
      return blocks.size() == 1 && blocks.get(0).label().equals(label)
          ? Optional.of(blocks.get(0).content())
          : Optional.empty();
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }
}
