package org.rats4j.expat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a certificate is for a server (RFC 9525): by subjectAltName, never by common name. */
final class ServerNames {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");

  private ServerNames() {}

  static boolean matches(X509Certificate certificate, String host) {
    Collection<List<?>> names;
    try {
      names = certificate.getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      return false;
    }
    if (names == null) {
      return false;
    }
    Optional<InetAddress> address = literal(host);
    for (List<?> name : names) {
      if (!(name.get(0) instanceof Integer type) || !(name.get(1) instanceof String value)) {
        continue;
      }
      if (address.isPresent()
          ? type == IP_ADDRESS && literal(value).equals(address)
          : type == DNS_NAME && isName(value, host)) {
        return true;
      }
    }
    return false;
  }

  /** A wildcard stands for exactly one label, the first, and at least two more follow. */
  private static boolean isName(String pattern, String host) {
    String name = withoutRoot(host);
    String presented = withoutRoot(pattern);
    if (!presented.startsWith("*.")) {
      return presented.equals(name);
    }
    int dot = name.indexOf('.');
    String rest = presented.substring(1);
    return dot > 0 && rest.indexOf('.', 1) > 0 && name.substring(dot).equals(rest);
  }

  private static String withoutRoot(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** Returns an address that is written out; a name is never looked up. */
  private static Optional<InetAddress> literal(String host) {
    boolean isLiteral = host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    if (!isLiteral) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
