package org.rats4j.corim.appraisal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.corim.Corim;
import org.rats4j.corim.comid.ConditionalEndorsementTriple;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.DomainTriple;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Flags;
import org.rats4j.corim.comid.IntRange;
import org.rats4j.corim.comid.IntegrityRegisters;
import org.rats4j.corim.comid.KeyConditions;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.MaskedRawValue;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.SeriesTriple;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.comid.Version;

/** Random small corpora over few values, so that much of it matches. */
final class RandomCorpus {
  private final Random random;

  RandomCorpus(long seed) {
    random = new Random(seed);
  }

  AppraisalOptions options() {
    AppraisalOptions options = AppraisalOptions.RECOMMENDED;
    while (random.nextInt(3) == 0) {
      Alternative[] all = Alternative.values();
      options = options.with(all[random.nextInt(all.length)]);
    }
    return options;
  }

  /** Returns CoRIMs, each with who signed it. */
  List<Map.Entry<Corim, Authority>> corims() {
    return list(
        1,
        3,
        () -> {
          String name = "corim " + random.nextInt(1000);
          return Map.entry(
              Corpus.corim(name, Corpus.comid("tag " + random.nextInt(1000), triples())),
              Corpus.authority(one("e", "f")));
        });
  }

  List<ElementEct> evidence() {
    return list(
        1,
        4,
        () ->
            ElementEct.evidence(
                environment(),
                Corpus.authority(one("a", "b")),
                list(1, 3, () -> Element.of(measurement(false)))));
  }

  /** Returns verdicts that depend on nothing but the key. */
  KeyVerifier keyVerifier() {
    String refused = one("a", "k", "none");
    return (key, type, environment, now) ->
        key.equals(Corpus.key(refused))
            ? KeyVerifier.Verdict.REJECTED
            : KeyVerifier.Verdict.VERIFIED;
  }

  private Triples triples() {
    Triples.Builder triples = Triples.builder().reference(values());
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(9)) {
        case 0 -> triples.endorsed(values());
        case 1 -> triples.identity(keys());
        case 2 -> triples.attestKey(keys());
        case 3 -> triples.dependency(domain());
        case 4 -> triples.membership(domain());
        case 5 -> triples.series(series());
        case 6 ->
            triples.conditionalEndorsement(
                new ConditionalEndorsementTriple(
                    list(1, 2, this::values), list(1, 2, this::values)));
        default -> triples.reference(values());
      }
    }
    return triples.build();
  }

  private ValuesTriple values() {
    return new ValuesTriple(environment(), list(1, 2, () -> measurement(true)));
  }

  private KeyTriple keys() {
    KeyTriple keys = KeyTriple.of(environment(), list(1, 2, this::key));
    return switch (random.nextInt(4)) {
      case 0 -> keys.withConditions(KeyConditions.of(MeasurementKey.of("x")));
      case 1 -> keys.withConditions(KeyConditions.authorizedBy(List.of(key())));
      default -> keys;
    };
  }

  private DomainTriple domain() {
    return new DomainTriple(environment(), list(1, 2, this::environment));
  }

  private SeriesTriple series() {
    return new SeriesTriple(
        environment(),
        list(0, 1, () -> measurement(true)),
        random.nextInt(4) == 0 ? List.of(key()) : List.of(),
        list(
            1,
            3,
            () ->
                new SeriesTriple.Row(
                    list(1, 1, () -> measurement(true)), list(1, 2, () -> measurement(false)))));
  }

  private Environment environment() {
    EnvironmentClass.Builder named = EnvironmentClass.builder().vendor(one("V", "V", "W"));
    if (random.nextInt(3) == 0) {
      named.model(one("M", "N"));
    }
    if (random.nextInt(6) == 0) {
      named.layer(random.nextInt(2));
    }
    Environment.Builder environment = Environment.builder();
    if (random.nextInt(8) > 0) {
      environment.environmentClass(named.build());
    } else {
      environment.group(Corpus.key(one("g", "h")));
    }
    if (random.nextInt(6) == 0) {
      environment.instance(Corpus.key(one("a", "i")));
    }
    return environment.build();
  }

  private CryptoKey key() {
    return Corpus.key(one("a", "b", "e", "k", "verifier"));
  }

  /** Returns a measurement; a condition may ask for ranges and for who says so. */
  private Measurement measurement(boolean condition) {
    MeasurementValues.Builder values = MeasurementValues.builder();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      value(values, condition);
    }
    Measurement measurement =
        switch (random.nextInt(4)) {
          case 0 -> Measurement.of(values.build());
          case 1 -> Measurement.of(MeasurementKey.of(1), values.build());
          default -> Measurement.of(MeasurementKey.of(one("x", "x", "y")), values.build());
        };
    return condition && random.nextInt(6) == 0
        ? measurement.authorizedBy(List.of(key()))
        : measurement;
  }

  private void value(MeasurementValues.Builder values, boolean condition) {
    int number = random.nextInt(3);
    switch (random.nextInt(10)) {
      case 0 ->
          values.svn(condition && random.nextBoolean() ? Svn.minimum(number) : Svn.of(number));
      case 1, 2 -> values.digests(digests());
      case 3 -> values.flags(Flags.NONE.with(number, random.nextBoolean()));
      case 4 -> rawValue(values, condition);
      case 5 -> values.name(one("n", "m"));
      case 6 -> values.cryptoKeys(list(1, 2, this::key));
      case 7 ->
          values.integrityRegisters(
              new IntegrityRegisters(
                  random.nextBoolean()
                      ? Map.of(Label.of(number), digests())
                      : Map.of(Label.of(number), digests(), Label.of("r"), digests())));
      case 8 -> values.intRange(range());
      default ->
          values.version(
              random.nextBoolean() ? Version.of("1") : Version.of("1", Label.of(number)));
    }
  }

  private void rawValue(MeasurementValues.Builder values, boolean condition) {
    Bytes value = Bytes.of(random.nextInt(2), random.nextInt(2));
    if (condition && random.nextBoolean()) {
      values.rawValue(new MaskedRawValue(value, Bytes.of(255, random.nextInt(2))));
    } else {
      values.rawValue(Corpus.bytes(value));
    }
  }

  private IntRange range() {
    BigInteger min = BigInteger.valueOf(random.nextInt(3));
    return switch (random.nextInt(4)) {
      case 0 -> IntRange.between(min, min.add(BigInteger.valueOf(random.nextInt(2))));
      case 1 -> IntRange.from(min);
      default -> IntRange.of(min);
    };
  }

  private List<Digest> digests() {
    Label algorithm = random.nextBoolean() ? Label.of(1) : Label.of("sha-256");
    Digest first = new Digest(algorithm, digest(32));
    return random.nextInt(3) > 0 ? List.of(first) : List.of(first, Digest.of(7, digest(48)));
  }

  private Bytes digest(int size) {
    byte[] digest = new byte[size];
    digest[0] = (byte) random.nextInt(2);
    return Bytes.copyOf(digest);
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> List<T> list(int min, int max, Supplier<T> element) {
    int size = min + random.nextInt(max - min + 1);
    return new ArrayList<>(IntStream.range(0, size).mapToObj(i -> element.get()).toList());
  }
}
