package org.rats4j.expat.tls;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What clients and servers may choose alike.
 *
 * @param applicationProtocols the names of application protocols (ALPN), the preferred one first
 * @param cipherSuites the suites of TLS 1.3 as IANA numbers, the preferred one first; empty for
 *     those of the stack
 * @param clock what certificates are validated with
 * @param random the source of randomness
 */
public record TlsOptions(
    List<String> applicationProtocols,
    List<Integer> cipherSuites,
    Clock clock,
    SecureRandom random) {
  /** No ALPN, the suites of the stack, the clock of the system. */
  public static final TlsOptions DEFAULT =
      new TlsOptions(List.of(), List.of(), Clock.systemUTC(), new SecureRandom());

  /**
   * Creates options.
   *
   * @throws IllegalArgumentException if a suite is none of RFC 8446
   */
  public TlsOptions {
    applicationProtocols = List.copyOf(applicationProtocols);
    cipherSuites = List.copyOf(cipherSuites);
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(random, "random");
    for (int suite : cipherSuites) {
      if (SuiteHash.ofSuite(suite).isEmpty()) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "0x%04x is no suite of TLS 1.3 (RFC 8446, B.4)", suite));
      }
    }
  }

  /** Returns these options with other application protocols. */
  public TlsOptions withApplicationProtocols(String... names) {
    return new TlsOptions(List.of(names), cipherSuites, clock, random);
  }

  /**
   * Returns these options with other suites.
   *
   * @throws IllegalArgumentException if a suite is none of RFC 8446
   */
  public TlsOptions withCipherSuites(Integer... suites) {
    return new TlsOptions(applicationProtocols, List.of(suites), clock, random);
  }

  /** Returns these options with another clock. */
  public TlsOptions withClock(Clock value) {
    return new TlsOptions(applicationProtocols, cipherSuites, value, random);
  }

  /** Returns these options with another source of randomness. */
  public TlsOptions withRandom(SecureRandom value) {
    return new TlsOptions(applicationProtocols, cipherSuites, clock, value);
  }
}
