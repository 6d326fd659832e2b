package org.rats4j.expat;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.der.DerValue;

/**
 * Whether a certificate has the extensions that a request demands (RFC 8446, section 4.2.5).
 * Extensions other than keyUsage and extendedKeyUsage are skipped, as the section demands of those
 * that an endpoint does not know.
 */
final class OidFilters {
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

  private OidFilters() {}

  static boolean match(X509Certificate certificate, List<OidFilter> filters) {
    for (OidFilter filter : filters) {
      try {
        if (!matches(certificate, filter)) {
          return false;
        }
      } catch (DecodingException | CertificateParsingException e) {
        return false; // a demand that cannot be read is not met
      }
    }
    return true;
  }

  private static boolean matches(X509Certificate certificate, OidFilter filter)
      throws DecodingException, CertificateParsingException {
    return switch (value(filter.oid()).oid().toString()) {
      case KEY_USAGE -> hasUsages(certificate.getKeyUsage(), filter.values());
      case EXTENDED_KEY_USAGE -> hasPurposes(certificate, filter.values());
      default -> true;
    };
  }

  private static boolean hasUsages(boolean @Nullable [] usages, Bytes demanded)
      throws DecodingException {
    if (usages == null || demanded.isEmpty()) {
      return usages != null;
    }
    DerValue bits = value(demanded);
    if (!bits.is(DerValue.BIT_STRING)) {
      return false;
    }
    for (int i = 0; i < 8 * (bits.content().size() - 1); i++) {
      boolean set = (bits.content().at(1 + i / 8) & 0x80 >> i % 8) != 0;
      if (set && (i >= usages.length || !usages[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasPurposes(X509Certificate certificate, Bytes demanded)
      throws DecodingException, CertificateParsingException {
    List<String> purposes = certificate.getExtendedKeyUsage();
    if (purposes == null || demanded.isEmpty()) {
      return purposes != null;
    }
    Set<String> wanted = new HashSet<>();
    for (DerValue purpose : value(demanded).sequence()) {
      wanted.add(purpose.oid().toString());
    }
    return purposes.containsAll(wanted);
  }

  private static DerValue value(Bytes der) throws DecodingException {
    return DerValue.decode(der, DecodeOptions.STRICT, "oid_filters");
  }
}
