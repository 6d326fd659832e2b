package org.rats4j.eat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.VectorEntry;

/** A token, which decoding and verifying decide on. */
final class TokenEntry {
  private static final long NOW = 1_700_000_100;

  private TokenEntry() {}

  static void check(VectorEntry entry) throws Exception {
    if (entry.text("key").isEmpty() && entry.expect() == Expect.VALID) {
      Eat.decode(entry.content(), EatOptions.STRICT);
      return;
    }
    EntryReading.check(entry, options -> verify(entry, options).findings());
  }

  private static Eat verify(VectorEntry entry, DecodeOptions options) throws Exception {
    Bytes bytes = Bytes.copyOf(entry.content());
    Optional<String> message = entry.text("message");
    UnverifiedEat token =
        message.isPresent()
            ? Eat.decode(bytes, EatEnvelope.COSE_SIGN1, options)
            : Eat.decode(bytes, options);
    VerificationKey key = VectorKeys.of(entry.objectOf(entry.text("key").orElseThrow()));
    Instant now = Instant.ofEpochSecond(entry.integer("clock").orElse(NOW));
    Set<Long> algorithms = new HashSet<>(EatExpectations.DEFAULT_ALGORITHMS);
    algorithms.addAll(Set.of(Algorithms.EDDSA, Algorithms.HMAC_256_64));
    EatExpectations.Builder expected =
        EatExpectations.builder()
            .key(key)
            .algorithms(algorithms)
            .clock(Clock.fixed(now, ZoneOffset.UTC))
            .freshnessHandledElsewhere();
    if (entry.text("profile").isPresent()) {
      expected.profile(ProfileEntry.profile(entry));
    }
    return token.verify(expected.build());
  }
}
