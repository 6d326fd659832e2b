package org.rats4j.expat.internal;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name by which a client knows its server: a DNS name or an IP address. */
public final class ServerName {
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

  /** Only literals come here: nothing is looked up. */
  private static Optional<InetAddress> addressOf(String literal) {
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
