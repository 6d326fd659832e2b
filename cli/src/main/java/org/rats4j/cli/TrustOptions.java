package org.rats4j.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.TrustAnchors;
import picocli.CommandLine.Option;

/** The options that say whose signatures count, and when. */
final class TrustOptions {
  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "A public key or a symmetric one. May be given several times.")
  private List<String> keyFiles = List.of();

  @Option(
      names = "--trust-anchor",
      paramLabel = "FILE",
      description = "A certificate that chains may lead to. May be given several times.")
  private List<String> anchorFiles = List.of();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "Check times as of this moment, such as 2026-01-31T12:00:00Z.")
  private @Nullable Instant at;

  @Option(
      names = "--alg",
      paramLabel = "NAME",
      converter = AlgorithmName.Converter.class,
      description =
          "Allow this algorithm, too; RS256, RS384, RS512 and HMAC 256/64 have to be named. May be"
              + " given several times.")
  private List<AlgorithmName> algorithms = List.of();

  /** Returns what tells the time. */
  Clock clock(Console console) {
    return at == null ? console.clock() : Clock.fixed(at, ZoneOffset.UTC);
  }

  /** Returns the algorithms that are allowed. */
  Set<Long> algorithms() {
    Set<Long> allowed = new HashSet<>(Algorithms.DEFAULT);
    algorithms.stream().map(AlgorithmName::algorithm).forEach(allowed::add);
    return allowed;
  }

  /** Returns the certificates that chains may lead to. */
  Optional<TrustAnchors> anchors(Console console) throws OptionFileException {
    return KeyFiles.trustAnchors(anchorFiles, console);
  }

  /** Returns who finds the key. */
  KeyResolver resolver(Optional<TrustAnchors> anchors, Clock clock, Console console)
      throws OptionFileException {
    KeyResolver named = new NamedKeys(KeyFiles.verificationKeys(keyFiles, console));
    return anchors.isEmpty()
        ? named
        : KeyResolver.firstOf(named, KeyResolver.x5chain(anchors.get(), clock));
  }
}
