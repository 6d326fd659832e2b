package org.rats4j.cli.kind;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.Optional;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.cose.CosePrivateKey;
import org.rats4j.core.cose.CoseSymmetricKey;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jwk;
import org.rats4j.core.jose.PrivateJwk;
import org.rats4j.core.jose.SymmetricJwk;

/** One key or certificate of a file. */
sealed interface KeyEntry {

  /** Shows the key without what is secret. */
  View show();

  /**
   * Returns the key that verifies, if it can.
   *
   * @throws VerificationException if the key says that it is not for that
   */
  Optional<VerificationKey> verificationKey() throws VerificationException;

  /**
   * Returns the key that signs, if it can.
   *
   * @throws IllegalArgumentException if it does not fit {@code algorithm}
   */
  Optional<Signing> signing(Optional<Long> algorithm);

  /** Returns the certificate, if it is one. */
  default Optional<X509Certificate> certificate() {
    return Optional.empty();
  }

  /** A JSON Web Key. */
  record OfJwk(Jwk key) implements KeyEntry {
    @Override
    public View show() {
      Content json = new Content(key.encode());
      return json.json().map(JwkView::show).orElseGet(View.Nothing::new);
    }

    @Override
    public Optional<VerificationKey> verificationKey() throws VerificationException {
      return Optional.of(key.toVerificationKey());
    }

    @Override
    public Optional<Signing> signing(Optional<Long> algorithm) {
      Optional<String> name = algorithm.flatMap(Algorithms::joseName);
      Optional<Bytes> keyId = key.parameters().keyId().map(Bytes::ofUtf8);
      if (key instanceof PrivateJwk signing) {
        Signer signer = name.map(signing::withAlgorithm).orElse(signing).toSigner();
        return Optional.of(new Signing(signer, keyId));
      } else if (key instanceof SymmetricJwk mac) {
        Signer signer = name.map(mac::withAlgorithm).orElse(mac).toSigner();
        return Optional.of(new Signing(signer, keyId));
      }
      return Optional.empty();
    }
  }

  /** A COSE_Key. */
  record OfCoseKey(CoseKey key) implements KeyEntry {
    @Override
    public View show() {
      return Content.parseCbor(key.encode())
          .map(CoseNames.COSE_KEY::show)
          .orElseGet(View.Nothing::new);
    }

    @Override
    public Optional<VerificationKey> verificationKey() throws VerificationException {
      return Optional.of(key.toVerificationKey());
    }

    @Override
    public Optional<Signing> signing(Optional<Long> algorithm) {
      Optional<Bytes> keyId = key.parameters().keyId();
      if (key instanceof CosePrivateKey signing) {
        Signer signer = algorithm.map(signing::withAlgorithm).orElse(signing).toSigner();
        return Optional.of(new Signing(signer, keyId));
      } else if (key instanceof CoseSymmetricKey mac) {
        Signer signer = algorithm.map(mac::withAlgorithm).orElse(mac).toSigner();
        return Optional.of(new Signing(signer, keyId));
      }
      return Optional.empty();
    }
  }

  /** A public key. */
  record OfPublicKey(PublicKey key) implements KeyEntry {
    @Override
    public View show() {
      return View.Group.builder()
          .put("type", "public key")
          .put("algorithm", key.getAlgorithm())
          .put("sha-256", View.bytes(CertificateView.sha256(key.getEncoded())))
          .build();
    }

    @Override
    public Optional<VerificationKey> verificationKey() {
      return Optional.of(VerificationKey.of(key));
    }

    @Override
    public Optional<Signing> signing(Optional<Long> algorithm) {
      return Optional.empty();
    }
  }

  /** A private key. */
  record OfPrivateKey(PrivateKey key) implements KeyEntry {
    @Override
    public View show() {
      return View.Group.builder()
          .put("type", "private key")
          .put("algorithm", key.getAlgorithm())
          .put("private", new View.Flag(true))
          .build();
    }

    @Override
    public Optional<VerificationKey> verificationKey() {
      return Optional.of(VerificationKey.of(EncodedKeys.publicHalf(key)));
    }

    @Override
    public Optional<Signing> signing(Optional<Long> algorithm) {
      Signer signer = Signers.of(key, algorithm.orElseGet(this::usual));
      return Optional.of(new Signing(signer, Optional.empty()));
    }

    private long usual() {
      if (key instanceof ECKey ec) {
        int bits = ec.getParams().getOrder().bitLength();
        return bits > 400 ? Algorithms.ES512 : bits > 300 ? Algorithms.ES384 : Algorithms.ES256;
      }
      return switch (key.getAlgorithm()) {
        case "RSA", "RSASSA-PSS" -> Algorithms.PS256;
        case "ML-DSA-44" -> Algorithms.ML_DSA_44;
        case "ML-DSA-65" -> Algorithms.ML_DSA_65;
        case "ML-DSA-87" -> Algorithms.ML_DSA_87;
        default -> Algorithms.EDDSA;
      };
    }
  }

  /** A block that stands beside a key and says nothing of its own. */
  record OfNothing() implements KeyEntry {
    @Override
    public View show() {
      return new View.Nothing();
    }

    @Override
    public Optional<VerificationKey> verificationKey() {
      return Optional.empty();
    }

    @Override
    public Optional<Signing> signing(Optional<Long> algorithm) {
      return Optional.empty();
    }
  }

  /** A certificate. */
  record OfCertificate(X509Certificate value) implements KeyEntry {
    @Override
    public View show() {
      try {
        return CertificateView.of(value);
      } catch (CertificateEncodingException e) {
        return new View.Nothing();
      }
    }

    @Override
    public Optional<VerificationKey> verificationKey() {
      return Optional.of(VerificationKey.of(value.getPublicKey()));
    }

    @Override
    public Optional<Signing> signing(Optional<Long> algorithm) {
      return Optional.empty();
    }

    @Override
    public Optional<X509Certificate> certificate() {
      return Optional.of(value);
    }
  }
}
