package org.rats4j.cli.kind;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.eat.SecureChannelAssertion;

/**
 * What {@code rats verify} expects of a message.
 *
 * @param keys finds the key
 * @param anchors the certificates that paths may lead to; {@code keys} knows them, too
 * @param algorithms the algorithms that are allowed
 * @param nonce the nonce that the message has to carry
 * @param clock the time at which it has to be valid
 * @param lenient whether all named leniencies of the kind are allowed
 * @param outerOnly whether tokens that are nested in the message are left unverified
 * @param channel the channel over which claims without signature came, if there is one
 * @param policy what the relying party demands of a message that is verified
 */
public record Checks(
    KeyResolver keys,
    Optional<TrustAnchors> anchors,
    Set<Long> algorithms,
    Optional<Bytes> nonce,
    Clock clock,
    boolean lenient,
    boolean outerOnly,
    Optional<SecureChannelAssertion> channel,
    Optional<PolicyFile> policy) {
  /** Creates the expectations. */
  public Checks {
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(anchors, "anchors");
    algorithms = Set.copyOf(algorithms);
    Objects.requireNonNull(nonce, "nonce");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(policy, "policy");
  }

  /** Returns the algorithms that are allowed and make signatures, not MACs. */
  Set<Long> signatures() {
    return algorithms.stream()
        .filter(algorithm -> !Algorithms.isMac(algorithm))
        .collect(Collectors.toUnmodifiableSet());
  }
}
