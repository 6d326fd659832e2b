package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.LeniencyChoice;
import org.rats4j.test.vectors.Reading;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorSuite;

/** The claims-sets and tokens of the manifest that need neither submodules nor profiles. */
class TokenVectorsTest {
  private static final long NOW = 1_700_000_100;
  private static final Pattern OTHERS =
      Pattern.compile(
          "(uccs|deb|measured-component|coswid|cca|constrained-profile)/.*"
              + "|psa/(?!psa-2-0-0-(mac0|sign1)|rfc9783-sign1|made-sign1).*"
              + "|psa/made-sign1-tag61.cbor|nested/cwt-in-cwt-inner-forged.cbor"
              + "|claims/(cnf-not-a-map|digest-sub-s.*|dloas-empty|intuse-0|measres-result-5)\\..*"
              + "|claims/(location-(float|no)-|nested-bstr-|nested-text-|sueids-(empty|not)).*"
              + "|claims/sub-(bare-string|selector-three).*"
              + "|claims/submods-(depth-9|empty|int-label|is-array|value-bare-tag)\\..*"
              + "|all entries ran");

  @TestFactory
  Stream<DynamicTest> vectors() {
    return VectorSuite.of("eat")
        .kind("eat-claims", entry -> check(entry, choice -> readClaims(entry, choice)), "innerKey")
        .kind("cwt", TokenVectorsTest::checkToken, "clock", "message", "innerKey", "profile")
        .kind("jwt", TokenVectorsTest::checkToken, "innerKey")
        .kind("psa-token", TokenVectorsTest::checkToken, "profile")
        .tests()
        .filter(test -> !OTHERS.matcher(test.getDisplayName()).matches());
  }

  private static void check(VectorEntry entry, Reading.Reader reader) throws Exception {
    boolean lenient = entry.expect() == Expect.LENIENT;
    Reading.check(entry.expect(), lenient ? entry.reasonCodes() : Set.of(), reader);
  }

  private interface Decoding {
    List<Finding> run(DecodeOptions options) throws Exception;
  }

  private static Reading reading(LeniencyChoice choice, Decoding decoding) throws Exception {
    DecodeOptions options =
        choice.all()
            ? EatOptions.LENIENT
            : EatOptions.STRICT.toBuilder()
                .allow(
                    EatLeniencies.LENIENT.stream()
                        .filter(leniency -> choice.codes().contains(leniency.code()))
                        .toList())
                .build();
    try {
      Set<String> deviations = new HashSet<>();
      for (Finding finding : decoding.run(options)) {
        if (finding.severity() == Finding.Severity.DEVIATION) {
          deviations.add(finding.code());
        }
      }
      return Reading.accepted(deviations);
    } catch (RatsException e) {
      return Reading.refused(e.code());
    }
  }

  private static Reading readClaims(VectorEntry entry, LeniencyChoice choice) throws Exception {
    Encoding encoding = entry.encoding().equals("cbor") ? Encoding.CBOR : Encoding.JSON;
    return reading(
        choice,
        options -> {
          EatClaims claims = EatClaims.decode(Bytes.copyOf(entry.content()), encoding, options);
          if (options.leniencies().isEmpty()) {
            EatClaims again = EatClaims.decode(claims.encode(encoding), encoding, options);
            assertEquals(claims, again);
          }
          if (entry.notes().startsWith("Findings expected")) {
            assertFalse(claims.findings().isEmpty());
          }
          return claims.findings();
        });
  }

  private static void checkToken(VectorEntry entry) throws Exception {
    if (entry.text("key").isEmpty() && entry.expect() == Expect.VALID) {
      Eat.decode(entry.content(), EatOptions.STRICT);
      return;
    }
    check(entry, choice -> reading(choice, options -> verify(entry, options).findings()));
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
    return token.verify(
        EatExpectations.builder()
            .key(key)
            .algorithms(algorithms)
            .clock(Clock.fixed(now, ZoneOffset.UTC))
            .freshnessHandledElsewhere()
            .build());
  }
}
