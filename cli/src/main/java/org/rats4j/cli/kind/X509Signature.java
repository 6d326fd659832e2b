package org.rats4j.cli.kind;

import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.EcdsaSignature;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.VerificationKey;

/**
 * The signature of a certificate, revocation list or request.
 *
 * @param signed the bytes that it is over
 * @param algorithm its algorithm
 * @param parameters those of the algorithm in DER; empty if there are none
 * @param value the signature, ECDSA in DER
 * @param chain the certificates of the file, if it has such
 */
record X509Signature(
    Bytes signed, Oid algorithm, Bytes parameters, Bytes value, List<Bytes> chain) {
  /** RSASSA-PSS is not among them: its hash stands in parameters. */
  private static final Map<Oid, Long> ALGORITHMS =
      Map.ofEntries(
          Map.entry(Oid.of("1.2.840.10045.4.3.2"), Algorithms.ES256),
          Map.entry(Oid.of("1.2.840.10045.4.3.3"), Algorithms.ES384),
          Map.entry(Oid.of("1.2.840.10045.4.3.4"), Algorithms.ES512),
          Map.entry(Oid.of("1.3.101.112"), Algorithms.ED25519),
          Map.entry(Oid.of("1.3.101.113"), Algorithms.ED448),
          Map.entry(Oid.of("1.2.840.113549.1.1.11"), Algorithms.RS256),
          Map.entry(Oid.of("1.2.840.113549.1.1.12"), Algorithms.RS384),
          Map.entry(Oid.of("1.2.840.113549.1.1.13"), Algorithms.RS512),
          Map.entry(Oid.of("2.16.840.1.101.3.4.3.17"), Algorithms.ML_DSA_44),
          Map.entry(Oid.of("2.16.840.1.101.3.4.3.18"), Algorithms.ML_DSA_65),
          Map.entry(Oid.of("2.16.840.1.101.3.4.3.19"), Algorithms.ML_DSA_87));

  static X509Signature of(X509Certificate certificate, List<Bytes> chain) throws DecodingException {
    try {
      return new X509Signature(
          Bytes.copyOf(certificate.getTBSCertificate()),
          Oid.of(certificate.getSigAlgOID()),
          optional(certificate.getSigAlgParams()),
          Bytes.copyOf(certificate.getSignature()),
          chain);
    } catch (CertificateEncodingException e) {
      throw DecodingException.of(Reason.NOT_WELL_FORMED, "x509", "not a certificate");
    }
  }

  static X509Signature of(X509CRL crl) throws DecodingException {
    try {
      return new X509Signature(
          Bytes.copyOf(crl.getTBSCertList()),
          Oid.of(crl.getSigAlgOID()),
          optional(crl.getSigAlgParams()),
          Bytes.copyOf(crl.getSignature()),
          List.of());
    } catch (CRLException e) {
      throw DecodingException.of(Reason.NOT_WELL_FORMED, "crl", "not a revocation list");
    }
  }

  private static Bytes optional(byte @Nullable [] parameters) {
    return parameters == null ? Bytes.EMPTY : Bytes.copyOf(parameters);
  }

  /**
   * Returns the signature of {@code request}, which was decoded before: SEQUENCE { what is signed,
   * SEQUENCE { algorithm, ... }, BIT STRING }.
   */
  static X509Signature ofRequest(Bytes request) {
    int info = contentOf(request, 0);
    int algorithm = endOf(request, info);
    int signature = endOf(request, algorithm);
    int oid = contentOf(request, algorithm);
    int content = contentOf(request, oid);
    int parameters = endOf(request, oid);
    int bits = contentOf(request, signature) + 1; // behind the count of unused bits
    return new X509Signature(
        request.slice(info, algorithm - info),
        Oid.ofOctets(request.slice(content, parameters - content)),
        request.slice(parameters, signature - parameters),
        request.slice(bits, request.size() - bits),
        List.of());
  }

  private static int contentOf(Bytes der, int at) {
    int first = der.at(at + 1);
    return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int endOf(Bytes der, int at) {
    int content = contentOf(der, at);
    int length = der.at(at + 1);
    if (length >= 0x80) {
      length = 0;
      for (int i = at + 2; i < content; i++) {
        length = length << 8 | der.at(i);
      }
    }
    return content + length;
  }

  /**
   * Verifies the signature with a key that is named, or, if none is, the path of the certificates
   * to an anchor.
   */
  void verify(Checks checks) throws VerificationException {
    if (checks.nonce().isPresent()) {
      throw VerificationException.of(
          VerificationException.Reason.NONCE_MISMATCH, "X.509 carries no nonce");
    }
    long number = number(checks.algorithms());
    // A chain leads to the key of its first certificate, which says nothing about its issuer.
    List<VerificationKey> named = checks.keys().resolve(KeyHints.NONE);
    if (!named.isEmpty()) {
      verify(named, number);
    } else if (chain.isEmpty() || checks.keys().resolve(KeyHints.ofChain(chain)).isEmpty()) {
      throw VerificationException.of(
          VerificationException.Reason.UNKNOWN_KEY, "no key of the issuer is known");
    }
  }

  private long number(Set<Long> allowed) throws VerificationException {
    Optional<Long> number =
        algorithm.equals(PssParameters.ALGORITHM)
            ? PssParameters.number(parameters)
            : Optional.ofNullable(ALGORITHMS.get(algorithm));
    return number
        .filter(allowed::contains)
        .orElseThrow(
            () ->
                VerificationException.of(
                    VerificationException.Reason.ALGORITHM_NOT_ALLOWED, "algorithm " + algorithm));
  }

  private void verify(List<VerificationKey> keys, long number) throws VerificationException {
    @Nullable VerificationException first = null;
    for (VerificationKey key : keys) {
      try {
        key.verify(number, List.of(signed), raw(number));
        return;
      } catch (VerificationException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private Bytes raw(long number) throws VerificationException {
    if (number != Algorithms.ES256 && number != Algorithms.ES384 && number != Algorithms.ES512) {
      return value;
    }
    try {
      return EcdsaSignature.toRaw(value, EcdsaSignature.coordinateBytes(number));
    } catch (DecodingException e) {
      throw VerificationException.of(
          VerificationException.Reason.BAD_SIGNATURE, "signature is not in DER");
    }
  }

  static void checkTimes(Date from, @Nullable Date to, Clock clock) throws VerificationException {
    if (clock.instant().isBefore(from.toInstant())) {
      throw VerificationException.of(
          VerificationException.Reason.NOT_YET_VALID, "valid from " + from.toInstant());
    }
    if (to != null && clock.instant().isAfter(to.toInstant())) {
      throw VerificationException.of(
          VerificationException.Reason.EXPIRED, "valid until " + to.toInstant());
    }
  }
}
