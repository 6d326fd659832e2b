package org.rats4j.expat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.der.DerValue;

/**
 * By which schemes a certificate of a chain is signed (RFC 8446, section 4.4.2.2).
 *
 * @param selfIssued whether nobody has to verify the signature: it is that of an anchor
 * @param schemes the schemes that stand for the signature
 */
record ChainSignature(boolean selfIssued, Set<Integer> schemes) {
  private static final String PSS = "1.2.840.113549.1.1.10";

  /** Which schemes stand for a signature inside a chain; the curve of its key is not looked at. */
  private static final Map<String, Set<Integer>> SCHEMES =
      Map.of(
          "1.2.840.10045.4.1", Set.of(0x0203),
          "1.2.840.10045.4.3.2", Set.of(SignatureScheme.ECDSA_SECP256R1_SHA256),
          "1.2.840.10045.4.3.3", Set.of(SignatureScheme.ECDSA_SECP384R1_SHA384),
          "1.2.840.10045.4.3.4", Set.of(SignatureScheme.ECDSA_SECP521R1_SHA512),
          "1.2.840.113549.1.1.5", Set.of(0x0201),
          "1.2.840.113549.1.1.11", Set.of(SignatureScheme.RSA_PKCS1_SHA256),
          "1.2.840.113549.1.1.12", Set.of(SignatureScheme.RSA_PKCS1_SHA384),
          "1.2.840.113549.1.1.13", Set.of(SignatureScheme.RSA_PKCS1_SHA512),
          "1.3.101.112", Set.of(SignatureScheme.ED25519),
          "1.3.101.113", Set.of(SignatureScheme.ED448));

  /** The hash in the parameters decides (RFC 4055, section 3.1). */
  private static final Map<String, Set<Integer>> PSS_SCHEMES =
      Map.of(
          "2.16.840.1.101.3.4.2.1",
              Set.of(SignatureScheme.RSA_PSS_RSAE_SHA256, SignatureScheme.RSA_PSS_PSS_SHA256),
          "2.16.840.1.101.3.4.2.2",
              Set.of(SignatureScheme.RSA_PSS_RSAE_SHA384, SignatureScheme.RSA_PSS_PSS_SHA384),
          "2.16.840.1.101.3.4.2.3",
              Set.of(SignatureScheme.RSA_PSS_RSAE_SHA512, SignatureScheme.RSA_PSS_PSS_SHA512));

  static ChainSignature of(X509Certificate certificate) {
    boolean selfIssued =
        certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    Set<Integer> schemes =
        certificate.getSigAlgOID().equals(PSS)
            ? pssSchemes(certificate)
            : SCHEMES.getOrDefault(certificate.getSigAlgOID(), Set.of());
    return new ChainSignature(selfIssued, schemes);
  }

  boolean isUnderstoodWith(List<Integer> offered) {
    return selfIssued || schemes.stream().anyMatch(offered::contains);
  }

  /** Without a hash in the parameters it is SHA-1, which no scheme has. */
  private static Set<Integer> pssSchemes(X509Certificate certificate) {
    byte[] parameters = certificate.getSigAlgParams();
    if (parameters == null) {
      return Set.of();
    }
    try {
      for (DerValue member :
          DerValue.decode(Bytes.copyOf(parameters), DecodeOptions.STRICT, "").sequence()) {
        if (member.isContext(0)) {
          List<DerValue> hash = member.members().get(0).sequence();
          return PSS_SCHEMES.getOrDefault(hash.get(0).oid().toString(), Set.of());
        }
      }
      return Set.of();
    } catch (DecodingException | IndexOutOfBoundsException e) {
      return Set.of();
    }
  }
}
