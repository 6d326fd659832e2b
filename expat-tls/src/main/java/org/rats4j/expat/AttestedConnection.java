package org.rats4j.expat;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.TlsConnection;

/**
 * A TLS connection that lets data of the application pass only after attestation, in both
 * directions.
 *
 * <p>Create it over a connection whose handshake is complete, call {@link #attest}, then use the
 * streams. If anything is wrong, it is closed for good. Safe for use by several threads; works with
 * virtual threads.
 */
public final class AttestedConnection implements Closeable {
  private final TlsConnection tls;
  private final AttestationExchange exchange;
  private final Driver driver;
  private final Duration left;
  private final InputStream input;
  private final OutputStream output;

  /**
   * Creates the gate; nothing is sent yet. The connection belongs to it from now on, and is closed
   * if this fails.
   *
   * @param transport what carries the connection, such as its socket: closed without waiting when a
   *     deadline passes
   * @throws VerificationException as {@link AttestationExchange} says
   */
  public AttestedConnection(TlsConnection tls, Closeable transport, AttestationConfig config)
      throws VerificationException {
    this(tls, transport, config, config.deadline());
  }

  /** Creates the gate for an exchange that may take {@code left}. */
  AttestedConnection(
      TlsConnection tls, Closeable transport, AttestationConfig config, Duration left)
      throws VerificationException {
    this.tls = Objects.requireNonNull(tls, "tls");
    Objects.requireNonNull(transport, "transport");
    try {
      exchange = new AttestationExchange(tls.exporter(), config, isAuthenticated(tls.session()));
    } catch (VerificationException | RuntimeException e) {
      closeQuietly(tls);
      throw e;
    }
    driver = new Driver(exchange, tls, transport, config);
    this.left = left;
    input = config.framed() ? new FramedInput(driver) : new GatedInput(driver, tls.input());
    output = config.framed() ? new FramedOutput(driver) : new GatedOutput(driver, tls.output());
  }

  /**
   * Attests, and waits until both sides have said yes or the deadline has passed.
   *
   * @throws RatsException if anything is wrong, with a code of {@link ExpatCodes}; the connection
   *     is closed then
   * @throws IllegalStateException if it was called before
   */
  public void attest() throws RatsException {
    driver.attest(left);
  }

  /**
   * Asks the peer to attest once more, and waits for its answer. What it proved before stays valid
   * until then. The peer answers when it reads. Data that arrives meanwhile is kept up to the limit
   * of a frame; beyond it, another thread has to read.
   *
   * @throws RatsException if the answer is not right; the connection is closed then
   * @throws IllegalStateException if the connection is not open or not {@link
   *     AttestationConfig.Builder#framed()}, this side requires no attestation, or asks already
   */
  public void reattest() throws RatsException {
    driver.reattest();
  }

  /** Returns where the connection is. */
  public ConnectionState state() {
    return exchange.state();
  }

  /** Returns what the peer proved last; empty if this side does not require attestation. */
  public Optional<AttestedAuthenticator> peer() {
    return exchange.state() == ConnectionState.OPEN ? exchange.peer() : Optional.empty();
  }

  /** Returns protocol, suite and certificates of the TLS handshake. */
  public SSLSession session() {
    return tls.session();
  }

  /**
   * Returns what the peer sends. Reading throws {@link IllegalStateException} before the connection
   * is open.
   */
  public InputStream input() {
    return input;
  }

  /**
   * Returns what goes to the peer. Writing throws {@link IllegalStateException} before the
   * connection is open.
   */
  public OutputStream output() {
    return output;
  }

  /**
   * Closes the connection, after a word to the peer (close_notify). A peer that does not take it
   * within two seconds goes without it.
   *
   * @throws IOException if the word could not be sent; the connection is closed nevertheless
   */
  @Override
  public void close() throws IOException {
    driver.close();
  }

  private static boolean isAuthenticated(SSLSession session) {
    try {
      return session.getPeerCertificates().length > 0;
    } catch (SSLException e) {
      return false;
    }
  }

  static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // There is a better exception to throw already.
    }
  }
}
