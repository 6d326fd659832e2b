package org.rats4j.expat.internal;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name by which a client knows its server (RFC 9525): a DNS name or an IP address. Only
 * subjectAltName counts; a common name is no host name.
 */
public final class ServerName {
  private static final int SAN_DNS = 2;
  private static final int SAN_IP = 7;
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private final String name;
  private final boolean address;

  private ServerName(String name, boolean address) {
    this.name = name;
    this.address = address;
  }

  /**
   * Returns the name {@code host}, as a URL has it.
   *
   * @throws IllegalArgumentException if it is neither a DNS name nor an IP address
   */
  public static ServerName of(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    if (bare.indexOf(':') >= 0 || IPV4.matcher(bare).matches()) {
      return new ServerName(
          addressOf(bare)
              .orElseThrow(() -> new IllegalArgumentException("host is no IP address"))
              .getHostAddress(),
          true);
    }
    String ascii = IDN.toASCII(bare, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    if (ascii.endsWith(".")) {
      ascii = ascii.substring(0, ascii.length() - 1);
    }
    if (ascii.isEmpty()) {
      throw new IllegalArgumentException("host is empty");
    }
    return new ServerName(ascii, false);
  }

  /** Returns the name for the extension server_name, which takes no IP addresses (RFC 6066). */
  public Optional<String> dns() {
    return address ? Optional.empty() : Optional.of(name);
  }

  /** Returns the name as text. */
  public String text() {
    return name;
  }

  /** Returns whether {@code certificate} is for this name. */
  public boolean isOf(X509Certificate certificate) {
    Collection<List<?>> names;
    try {
      names = certificate.getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      return false;
    }
    if (names == null) {
      return false;
    }
    for (List<?> entry : names) {
      if (entry.get(0) instanceof Integer type
          && entry.get(1) instanceof String value
          && (address ? type == SAN_IP && isAddress(value) : type == SAN_DNS && isName(value))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAddress(String value) {
    return addressOf(value).map(InetAddress::getHostAddress).filter(name::equals).isPresent();
  }

  /** A star stands for exactly the first label, and for no label below a top-level domain. */
  private boolean isName(String pattern) {
    String lower = pattern.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("*.")) {
      return lower.equals(name);
    }
    String parent = lower.substring(1);
    int dot = name.indexOf('.');
    return dot > 0 && parent.indexOf('.', 1) > 0 && name.substring(dot).equals(parent);
  }

  /** Only literals come here: nothing is looked up. */
  private static Optional<InetAddress> addressOf(String literal) {
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
