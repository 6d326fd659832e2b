package org.rats4j.pkix;

import java.math.BigInteger;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.der.DerValue;

/**
 * The parameters of RSASSA-PSS (RFC 8017, appendix A.2.3).
 *
 * <pre>{@code
 * RSASSA-PSS-params ::= SEQUENCE {
 *   hashAlgorithm [0] DEFAULT sha1, maskGenAlgorithm [1] DEFAULT mgf1SHA1,
 *   saltLength [2] INTEGER DEFAULT 20, trailerField [3] INTEGER DEFAULT 1 }
 * }</pre>
 */
final class PssParameters {
  private static final Map<Oid, MGF1ParameterSpec> HASHES =
      Map.of(
          SignatureAlgorithms.SHA_256, MGF1ParameterSpec.SHA256,
          SignatureAlgorithms.SHA_384, MGF1ParameterSpec.SHA384,
          SignatureAlgorithms.SHA_512, MGF1ParameterSpec.SHA512);
  private static final int SALT_DEFAULT = 20;
  private static final int SALT_MAX = 512;

  private PssParameters() {}

  static PSSParameterSpec read(Bytes parameters) throws VerificationException {
    try {
      Oid hash = null;
      Oid maskHash = null;
      int salt = SALT_DEFAULT;
      int last = -1;
      for (DerValue field :
          DerValue.decode(parameters, DecodeOptions.STRICT, "parameters").sequence()) {
        List<DerValue> inner = field.members();
        if (inner.size() != 1 || field.tag() <= last) {
          throw refused("parameters are not those of PSS");
        }
        last = field.tag();
        if (field.isContext(0)) {
          hash = algorithm(inner.get(0)).get(0).oid();
        } else if (field.isContext(1)) {
          maskHash = maskHash(algorithm(inner.get(0)));
        } else if (field.isContext(2)) {
          salt = number(inner.get(0), SALT_MAX);
        } else if (!field.isContext(3) || number(inner.get(0), 1) != 1) {
          throw refused("parameters are not those of PSS");
        }
      }
      if (hash == null || maskHash == null || !hash.equals(maskHash)) {
        throw refused("PSS with SHA-1 or with two hashes");
      }
      MGF1ParameterSpec spec = HASHES.get(hash);
      if (spec == null) {
        throw refused("PSS with an unknown hash");
      }
      return new PSSParameterSpec(
          spec.getDigestAlgorithm(), "MGF1", spec, salt, PSSParameterSpec.TRAILER_FIELD_BC);
    } catch (DecodingException e) {
      throw refused("parameters are not those of PSS");
    }
  }

  private static Oid maskHash(List<DerValue> generator)
      throws DecodingException, VerificationException {
    if (!generator.get(0).oid().equals(SignatureAlgorithms.MGF1) || generator.size() != 2) {
      throw refused("PSS without MGF1");
    }
    return algorithm(generator.get(1)).get(0).oid();
  }

  private static List<DerValue> algorithm(DerValue value)
      throws DecodingException, VerificationException {
    List<DerValue> members = value.sequence();
    if (members.isEmpty()) {
      throw refused("parameters are not those of PSS");
    }
    return members;
  }

  private static int number(DerValue value, int max)
      throws DecodingException, VerificationException {
    BigInteger number = value.integer();
    if (number.signum() < 0 || number.compareTo(BigInteger.valueOf(max)) > 0) {
      throw refused("number of PSS is out of range");
    }
    return number.intValue();
  }

  private static VerificationException refused(String detail) {
    return VerificationException.of(
        Reason.ALGORITHM_NOT_ALLOWED, PkixCodes.ALGORITHM_REFUSED, "", detail);
  }
}
