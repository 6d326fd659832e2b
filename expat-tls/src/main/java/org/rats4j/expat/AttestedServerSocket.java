package org.rats4j.expat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLServerSocket;
import org.rats4j.core.RatsException;

/**
 * Accepts TCP connections on a thread of its own, attests them side by side on an executor, and
 * hands out those that passed.
 */
final class AttestedServerSocket extends SSLServerSocket {
  private static final long PAUSE_MILLIS = 50;

  private final AttestedServer server;
  private final Executor executor;
  private final Semaphore places;
  private final BlockingQueue<Optional<Socket>> attested = new LinkedBlockingQueue<>();
  private final AtomicBoolean started = new AtomicBoolean();

  AttestedServerSocket(AttestedServer server, Executor executor, int maxExchanges)
      throws IOException {
    this.server = server;
    this.executor = executor;
    places = new Semaphore(maxExchanges);
  }

  @Override
  public Socket accept() throws IOException {
    if (isClosed()) {
      throw new SocketException("Socket is closed");
    }
    if (!isBound()) {
      throw new SocketException("Socket is not bound yet");
    }
    if (started.compareAndSet(false, true)) {
      Deadline.start(this::acceptAll);
    }
    Optional<Socket> next = take();
    if (next.isEmpty()) {
      attested.add(next); // for whoever else waits
      throw new SocketException("Socket is closed");
    }
    places.release();
    return next.get();
  }

  private Optional<Socket> take() throws IOException {
    try {
      int timeout = getSoTimeout();
      if (timeout == 0) {
        return attested.take();
      }
      Optional<Socket> next = attested.poll(timeout, TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new SocketTimeoutException("Accept timed out");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SocketException("interrupted");
    }
  }

  private void acceptAll() {
    while (!isClosed()) {
      places.acquireUninterruptibly();
      Socket transport = new Socket();
      try {
        implAccept(transport);
        executor.execute(() -> attest(transport));
      } catch (SocketTimeoutException e) {
        places.release(); // the timeout is that of accept, which waits elsewhere
      } catch (IOException | RejectedExecutionException | OutOfMemoryError e) {
        places.release();
        AttestedConnection.closeQuietly(transport);
        pause();
      }
    }
  }

  /** A machine that is out of sockets or threads is not helped by trying at once. */
  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void attest(Socket transport) {
    boolean handedOver = false;
    try {
      Socket socket = server.accept(transport);
      handedOver = attested.add(Optional.of(socket));
      if (isClosed()) {
        closeAll();
      }
    } catch (IOException | RatsException e) {
      AttestedConnection.closeQuietly(transport); // the application never sees it
    } finally {
      if (!handedOver) {
        places.release();
      }
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    closeAll();
  }

  private void closeAll() {
    for (Optional<Socket> next = attested.poll(); next != null; next = attested.poll()) {
      if (next.isPresent()) {
        AttestedConnection.closeQuietly(next.get());
        places.release(); // the thread that accepts may wait for one, and then ends
      }
    }
    attested.add(Optional.empty());
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return AttestedSocket.suites();
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {
    throw new UnsupportedOperationException("the TLS stack has the suites");
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return AttestedSocket.suites();
  }

  @Override
  public String[] getSupportedProtocols() {
    return AttestedSocket.protocols();
  }

  @Override
  public String[] getEnabledProtocols() {
    return AttestedSocket.protocols();
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {
    throw new UnsupportedOperationException("an attested connection is TLSv1.3");
  }

  @Override
  public void setNeedClientAuth(boolean need) {
    throw new UnsupportedOperationException("the TLS stack has the anchors of clients");
  }

  @Override
  public boolean getNeedClientAuth() {
    return false;
  }

  @Override
  public void setWantClientAuth(boolean want) {
    throw new UnsupportedOperationException("the TLS stack has the anchors of clients");
  }

  @Override
  public boolean getWantClientAuth() {
    return false;
  }

  @Override
  public void setUseClientMode(boolean mode) {
    throw new UnsupportedOperationException("this side is a server");
  }

  @Override
  public boolean getUseClientMode() {
    return false;
  }

  @Override
  public void setEnableSessionCreation(boolean flag) {
    throw new UnsupportedOperationException("each attested connection has a session of its own");
  }

  @Override
  public boolean getEnableSessionCreation() {
    return true;
  }
}
