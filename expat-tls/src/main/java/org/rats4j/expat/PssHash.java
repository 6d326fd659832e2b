package org.rats4j.expat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.der.DerValue;

/** Which schemes stand for a certificate that is signed with RSASSA-PSS (RFC 4055, section 3.1). */
final class PssHash {
  private static final Map<String, Set<Integer>> SCHEMES =
      Map.of(
          "2.16.840.1.101.3.4.2.1",
              Set.of(SignatureScheme.RSA_PSS_RSAE_SHA256, SignatureScheme.RSA_PSS_PSS_SHA256),
          "2.16.840.1.101.3.4.2.2",
              Set.of(SignatureScheme.RSA_PSS_RSAE_SHA384, SignatureScheme.RSA_PSS_PSS_SHA384),
          "2.16.840.1.101.3.4.2.3",
              Set.of(SignatureScheme.RSA_PSS_RSAE_SHA512, SignatureScheme.RSA_PSS_PSS_SHA512));

  private PssHash() {}

  /** Without a hash in the parameters it is SHA-1, which no scheme has. */
  static Set<Integer> schemes(X509Certificate certificate) {
    byte[] parameters = certificate.getSigAlgParams();
    if (parameters == null) {
      return Set.of();
    }
    try {
      for (DerValue member :
          DerValue.decode(Bytes.copyOf(parameters), DecodeOptions.STRICT, "").sequence()) {
        if (member.isContext(0)) {
          List<DerValue> hash = member.members().get(0).sequence();
          return SCHEMES.getOrDefault(hash.get(0).oid().toString(), Set.of());
        }
      }
      return Set.of();
    } catch (DecodingException | IndexOutOfBoundsException e) {
      return Set.of();
    }
  }
}
