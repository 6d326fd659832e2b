package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;

class EatMediaTypesTest {
  private static final ProfileId PROFILE = ProfileId.of("tag:example.com,2026:P");
  private static final ProfileId OTHER = ProfileId.of("2.999.1");
  private static final EatClaims CLAIMS = EatClaims.builder().put(Claims.PROFILE, PROFILE).build();

  private static Bytes token() throws Exception {
    return Eat.cwt(CLAIMS).sign(TestTokens.SIGNER);
  }

  private static List<String> codes(UnverifiedEat token) {
    return token.findings().stream().map(Finding::code).toList();
  }

  private static EatExpectations expecting(ProfileId... profiles) {
    return EatExpectations.builder()
        .key(TestTokens.KEY)
        .freshnessHandledElsewhere()
        .profile(profiles)
        .build();
  }

  @Test
  void writesUrisQuotedAndObjectIdentifiersBare() {
    assertEquals(
        "application/eat+cwt; eat_profile=\"tag:example.com,2026:P\"",
        EatMediaTypes.of(EatEnvelope.COSE_MAC0, PROFILE).text());
    assertEquals(
        "application/eat-ucs+json; eat_profile=2.999.1",
        EatMediaTypes.of(EatEnvelope.UJCS, OTHER).text());
    assertEquals(
        "application/eat-bun+cbor; eat_profile=2.999.1",
        EatMediaTypes.ofBundle(Encoding.CBOR, OTHER).text());
  }

  @ParameterizedTest
  @CsvSource({"COSE_SIGN1, 263", "JWS, 264", "UCCS, 267", "UJCS, 268"})
  void hasAContentFormatForEachEnvelope(EatEnvelope envelope, int format) {
    assertEquals(
        Optional.of(ContentFormat.of(format)),
        ContentFormats.IANA.contentFormat(EatMediaTypes.of(envelope)));
  }

  @ParameterizedTest
  @CsvSource({"CBOR, 265", "JSON, 266"})
  void hasAContentFormatForBundles(Encoding encoding, int format) {
    assertEquals(
        Optional.of(ContentFormat.of(format)),
        ContentFormats.IANA.contentFormat(EatMediaTypes.ofBundle(encoding)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/eat+cwt|",
        "application/eat+cwt; eat_profile=\"tag:example.com,2026:P\"|",
        "Application/EAT+CWT; EAT_PROFILE=\"TAG:example.com,2026:p\"|",
        "application/eat+cwt; eat_profile=2.999.1|PROFILE_MISMATCH",
        "application/eat-cwt; profile=\"tag:example.com,2026:P\"|MEDIA_TYPE_OF_DRAFT",
        "application/eat+cwt; profile=2.999.1|",
      })
  void comparesTheProfileWithoutCase(String type, String code) throws Exception {
    UnverifiedEat token = Eat.decode(token(), MediaType.of(type), EatOptions.STRICT);

    assertEquals(code == null ? List.of() : List.of(code), codes(token));
  }

  @Test
  void makesAnErrorOfTheFindingOnlyForAProfileThatIsExpected() throws Exception {
    MediaType type = EatMediaTypes.of(EatEnvelope.COSE_SIGN1, OTHER);
    UnverifiedEat token = Eat.decode(token(), type, EatOptions.STRICT);

    token.verify(expecting(PROFILE));
    VerificationException e =
        assertThrows(VerificationException.class, () -> token.verify(expecting(PROFILE, OTHER)));

    assertEquals(EatCodes.PROFILE_MISMATCH, e.code());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "application/eat+jwt",
    "application/eat-ucs+cbor",
    "application/eat-bun+cbor",
    "application/cwt",
  })
  void refusesATokenThatIsNotWhatItsTypeSays(String type) throws Exception {
    Bytes token = token();

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> Eat.decode(token, MediaType.of(type), EatOptions.STRICT));

    assertEquals(EatCodes.MEDIA_TYPE_MISMATCH, e.code());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"application/eat-ucs+cbor", "application/uccs+cbor"})
  void takesBareClaimsForAUccsIfTheTypeSaysSo(String type) throws Exception {
    UnverifiedEat token = Eat.decode(Bytes.of(0xa0), MediaType.of(type), EatOptions.STRICT);

    assertEquals(EatEnvelope.UCCS, token.envelope());
  }

  @ParameterizedTest
  @CsvSource({
    "d83dd28440a04040, CWT",
    "d28440a04040, CWT",
    "d9d9f7d18440a04040, CWT",
    "d08340a040, CWT",
    "d90259a0, UCCS",
    "d9025a80, CBOR_BUNDLE",
    "d9d9f7d9025a80, CBOR_BUNDLE",
    "7b7d, UJCS",
    "0a207b7d, UJCS",
    "5b5d, JSON_BUNDLE",
    "65794a2e652e, JWT",
    "a0, UNKNOWN",
    "8440a04040, UNKNOWN",
    "'', UNKNOWN",
    "2e2e2e, UNKNOWN",
    "d9d9f7, UNKNOWN",
    "d82a00, UNKNOWN",
  })
  void tellsTokensApartByTheirFirstBytes(String hex, EatEnvelopeDetector.Form form) {
    assertEquals(form, EatEnvelopeDetector.detect(Bytes.ofHex(hex)));
  }
}
