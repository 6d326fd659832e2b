package org.rats4j.expat.internal;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.rats4j.core.VerificationException;

/** The socket below a TLS connection. */
public final class Transport {
  private Transport() {}

  /**
   * What may fail.
   *
   * @param <T> what it makes
   */
  public interface Opening<T> {
    /** Opens. */
    T open() throws IOException, VerificationException;
  }

  /** Returns what {@code opening} makes; if it fails, the socket is closed. */
  public static <T> T closedOnFailure(Socket transport, Opening<T> opening)
      throws IOException, VerificationException {
    boolean open = false;
    try {
      T opened = opening.open();
      open = true;
      return opened;
    } finally {
      if (!open) {
        transport.close();
      }
    }
  }

  /** Sets the timeout of reads; a positive one never becomes "for ever". */
  public static void setReadTimeout(Socket transport, Duration timeout) throws IOException {
    long millis = timeout.toMillis();
    if (millis == 0 && !timeout.isZero()) {
      millis = 1;
    }
    transport.setSoTimeout(Math.toIntExact(Math.min(millis, Integer.MAX_VALUE)));
  }
}
