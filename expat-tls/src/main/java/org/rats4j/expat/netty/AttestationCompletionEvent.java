package org.rats4j.expat.netty;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.expat.AttestedAuthenticator;

/** Tells a pipeline how the attestation of its channel ended. */
public final class AttestationCompletionEvent {
  private final @Nullable AttestedAuthenticator peer;
  private final @Nullable Throwable cause;

  private AttestationCompletionEvent(
      @Nullable AttestedAuthenticator peer, @Nullable Throwable cause) {
    this.peer = peer;
    this.cause = cause;
  }

  static AttestationCompletionEvent success(Optional<AttestedAuthenticator> peer) {
    return new AttestationCompletionEvent(peer.orElse(null), null);
  }

  static AttestationCompletionEvent failure(Throwable cause) {
    return new AttestationCompletionEvent(null, Objects.requireNonNull(cause, "cause"));
  }

  /** Returns whether both sides have said yes: data may pass. */
  public boolean isSuccess() {
    return cause == null;
  }

  /** Returns what the peer proved; empty if it failed, or if nothing was required of it. */
  public Optional<AttestedAuthenticator> peer() {
    return Optional.ofNullable(peer);
  }

  /** Returns why it failed; the channel is closed then. */
  public Optional<Throwable> cause() {
    return Optional.ofNullable(cause);
  }

  @Override
  public String toString() {
    return "AttestationCompletionEvent[" + (isSuccess() ? "success" : cause) + "]";
  }
}
