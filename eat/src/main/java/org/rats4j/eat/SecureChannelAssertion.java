package org.rats4j.eat;

import java.util.Objects;

/**
 * The caller's word that claims without signature came over a channel that protects them (RFC 9781,
 * section 3).
 *
 * <p>Give it only for a channel that authenticated its peer when it was set up, and that gives
 * integrity, such as mutual TLS: then the claims are those of that peer, also where it forwards
 * what others made. A channel gives no freshness: expect a nonce. And claims must not be used to
 * trust the credentials of the channel that they came over.
 *
 * @param channel what it is, for logs
 * @param authenticatedPeer who the channel says sends the claims
 */
public record SecureChannelAssertion(String channel, String authenticatedPeer) {
  /**
   * Asserts that {@code channel} protects the integrity of what {@code authenticatedPeer} sends.
   *
   * @throws IllegalArgumentException if one of both is blank
   */
  public SecureChannelAssertion {
    if (channel.isBlank() || authenticatedPeer.isBlank()) {
      throw new IllegalArgumentException("the assertion names no channel or no peer");
    }
  }

  /** Asserts that {@code channel} protects the integrity of what {@code peer} sends. */
  public static SecureChannelAssertion integrityProtected(String channel, String peer) {
    return new SecureChannelAssertion(
        Objects.requireNonNull(channel, "channel"), Objects.requireNonNull(peer, "peer"));
  }
}
