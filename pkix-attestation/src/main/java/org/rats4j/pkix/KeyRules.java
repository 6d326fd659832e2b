package org.rats4j.pkix;

import java.math.BigInteger;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/**
 * What is demanded of a key before a provider sees it: whoever sent the evidence chose the key, and
 * some keys keep a provider busy or make it run out of memory.
 */
final class KeyRules {
  private static final int RSA_BITS_MAX = 8192;
  private static final int RSA_EXPONENT_BITS_MAX = 256;
  private static final int HSS_LEVELS_MAX = 8;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final AlgorithmPolicy policy;

  KeyRules(AlgorithmPolicy policy) {
    this.policy = policy;
  }

  /**
   * Checks {@code key} and what its kind says of the signature.
   *
   * @throws VerificationException with the code {@link PkixCodes#ALGORITHM_REFUSED} or {@link
   *     PkixCodes#SIGNATURE_INVALID}
   */
  void check(PublicKeyInfo key, AlgorithmIdentifier algorithm, Bytes signature)
      throws VerificationException {
    try {
      if (key.algorithm().equals(SignatureAlgorithms.RSA_KEY)) {
        checkRsa(key.bits(), signature);
      } else if (key.algorithm().equals(SignatureAlgorithms.PSS)) {
        checkRsa(key.bits(), signature);
        checkPss(key.parameters(), algorithm);
      } else if (key.algorithm().equals(SignatureAlgorithms.EC_KEY)) {
        checkCurve(key.parameters());
      } else if (key.algorithm().equals(SignatureAlgorithms.HSS_LMS)) {
        checkHss(key.bits());
      }
    } catch (DecodingException e) {
      throw refused("key is not one of its algorithm");
    }
  }

  private void checkRsa(Bytes bits, Bytes signature)
      throws DecodingException, VerificationException {
    List<DerValue> members = DerValue.decode(bits, EvidenceOptions.INNER, "").sequence();
    if (members.size() != 2) {
      throw refused("key is not one of its algorithm");
    }
    BigInteger modulus = members.get(0).integer();
    BigInteger exponent = members.get(1).integer();
    int length = modulus.bitLength();
    if (modulus.signum() <= 0 || length < policy.rsaBits() || length > RSA_BITS_MAX) {
      throw refused("RSA with " + length + " bits");
    }
    if (exponent.compareTo(THREE) < 0
        || !exponent.testBit(0)
        || exponent.bitLength() > RSA_EXPONENT_BITS_MAX) {
      throw refused("exponent of RSA");
    }
    if (signature.size() != (length + 7) / 8) {
      throw VerificationException.of(
          Reason.BAD_SIGNATURE,
          PkixCodes.SIGNATURE_INVALID,
          "",
          "signature has not as many bytes as the modulus");
    }
  }

  /** A key may be for one hash and for salts of some length (RFC 4055, section 3.3). */
  private static void checkPss(Optional<Bytes> ofKey, AlgorithmIdentifier algorithm)
      throws VerificationException {
    if (ofKey.isEmpty() || ofKey.get().equals(Der.nothing())) {
      return;
    }
    PSSParameterSpec key = PssParameters.read(ofKey.get());
    PSSParameterSpec used = PssParameters.read(algorithm.parameters().orElse(Bytes.EMPTY));
    if (!key.getDigestAlgorithm().equals(used.getDigestAlgorithm())
        || used.getSaltLength() < key.getSaltLength()) {
      throw refused("key of PSS is for other parameters");
    }
  }

  private void checkCurve(Optional<Bytes> parameters) throws VerificationException {
    if (parameters.isEmpty()
        || policy.curves().stream().map(Der::oid).noneMatch(parameters.get()::equals)) {
      throw refused("curve");
    }
  }

  /** The number of levels comes first (RFC 8554, section 6.1), bare or in an OCTET STRING. */
  private static void checkHss(Bytes bits) throws DecodingException, VerificationException {
    boolean wrapped = !bits.isEmpty() && bits.at(0) == DerValue.OCTET_STRING;
    Bytes key = wrapped ? DerValue.decode(bits, EvidenceOptions.INNER, "").octets() : bits;
    boolean small = key.size() > 4 && key.at(0) == 0 && key.at(1) == 0 && key.at(2) == 0;
    if (!small || key.at(3) < 1 || key.at(3) > HSS_LEVELS_MAX) {
      throw refused("key of HSS has not 1 to " + HSS_LEVELS_MAX + " levels");
    }
  }

  private static VerificationException refused(String detail) {
    return VerificationException.of(
        Reason.ALGORITHM_NOT_ALLOWED, PkixCodes.ALGORITHM_REFUSED, "", "refused: " + detail);
  }
}
