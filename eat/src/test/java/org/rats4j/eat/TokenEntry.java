package org.rats4j.eat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
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
    if (entry.text("key").isEmpty()
        && entry.expect() == Expect.VALID
        && !entry.flag("channel").orElse(false)) {
      Eat.decode(entry.content(), EatOptions.STRICT);
      return;
    }
    EntryReading.check(entry, options -> verify(entry, options).findings());
  }

  static void checkBundle(VectorEntry entry) throws Exception {
    EntryReading.check(
        entry,
        options ->
            DetachedEatBundle.decode(entry.content(), options)
                .verify(expectations(entry))
                .findings());
  }

  static Eat verify(VectorEntry entry, DecodeOptions options) throws Exception {
    Bytes bytes = Bytes.copyOf(entry.content());
    Optional<String> message = entry.text("message");
    UnverifiedEat token =
        message.isPresent()
            ? Eat.decode(bytes, stated(message.get()), options)
            : Eat.decode(bytes, options);
    return token.verify(expectations(entry));
  }

  private static EatEnvelope stated(String message) {
    return switch (message) {
      case "sign1" -> EatEnvelope.COSE_SIGN1;
      case "uccs" -> EatEnvelope.UCCS;
      default -> throw new AssertionError("message that this test does not know");
    };
  }

  private static EatExpectations expectations(VectorEntry entry) throws Exception {
    Instant now = Instant.ofEpochSecond(entry.integer("clock").orElse(NOW));
    Set<Long> algorithms = new HashSet<>(EatExpectations.DEFAULT_ALGORITHMS);
    algorithms.addAll(Set.of(Algorithms.EDDSA, Algorithms.HMAC_256_64));
    List<VerificationKey> rootKeys = keys(entry, "key");
    List<VerificationKey> innerKeys = keys(entry, "innerKey");
    EatExpectations.Builder expected =
        EatExpectations.builder()
            .keys(hints -> ((EatKeyHints) hints).path().isEmpty() ? rootKeys : innerKeys)
            .algorithms(algorithms)
            .clock(Clock.fixed(now, ZoneOffset.UTC))
            .freshnessHandledElsewhere();
    if (entry.flag("channel").orElse(false)) {
      expected.acceptUnprotected(
          SecureChannelAssertion.integrityProtected("test channel", "test attester"));
    }
    if (entry.text("profile").isPresent()) {
      expected.profile(ProfileEntry.profile(entry));
    }
    return expected.build();
  }

  private static List<VerificationKey> keys(VectorEntry entry, String member) throws Exception {
    Optional<String> file = entry.text(member);
    return file.isEmpty() ? List.of() : List.of(VectorKeys.of(entry.objectOf(file.get())));
  }
}
