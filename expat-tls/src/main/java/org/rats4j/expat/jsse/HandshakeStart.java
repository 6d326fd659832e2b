package org.rats4j.expat.jsse;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.net.ssl.SSLSession;
import org.rats4j.expat.tls.Resumption;

/**
 * The moment before a handshake of a socket or engine that somebody else made. A session of the JDK
 * that is older was resumed; JSSE has no other way to tell.
 */
public final class HandshakeStart {
  // Sessions bear the time of the system, whatever clock the caller lives by.
  private static final Clock SYSTEM = Clock.systemUTC();

  private final Instant at;

  private HandshakeStart(Instant at) {
    this.at = at;
  }

  /** Returns this moment. Call it before the socket connects or the engine begins. */
  public static HandshakeStart now() {
    return new HandshakeStart(SYSTEM.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** A session from the future means that the clock went back: then nothing is known. */
  Resumption resumptionOf(SSLSession session) {
    Instant created = Instant.ofEpochMilli(session.getCreationTime());
    if (created.isBefore(at)) {
      return Resumption.RESUMED;
    }
    return created.isAfter(SYSTEM.instant()) ? Resumption.UNKNOWN : Resumption.FULL;
  }
}
