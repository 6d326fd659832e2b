package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.jose.Jwk;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonString;

class EatClaimsTest {
  private static final ClaimKey<Long> RESTARTS =
      ClaimKey.of(-70001, "restarts", ClaimCodecs.UNSIGNED);

  @Test
  void readsAClaimThatItsDecoderDidNotKnow() throws Exception {
    EatClaims built = EatClaims.builder().put(RESTARTS, 3L).build();

    for (Encoding encoding : Encoding.values()) {
      EatClaims claims = EatClaims.decode(built.encode(encoding), encoding, EatOptions.STRICT);

      assertEquals(Optional.of(3L), claims.get(RESTARTS));
      assertTrue(claims.contains(RESTARTS));
      assertEquals(Set.of(), claims.keys());
      assertEquals(1, claims.unknown().size());
    }
  }

  @Test
  void checksAClaimAtOnceIfItIsInTheRegistry() throws Exception {
    Bytes wire = Bytes.ofHex("a13a0001117020"); // {-70001: -1}
    ClaimRegistry registry = ClaimRegistry.EAT.with(RESTARTS);

    DecodingException atOnce =
        assertThrows(
            DecodingException.class,
            () -> EatClaims.decode(wire, Encoding.CBOR, registry, EatOptions.STRICT));
    EatClaims later = EatClaims.decode(wire, Encoding.CBOR, EatOptions.STRICT);
    DecodingException onRead = assertThrows(DecodingException.class, () -> later.get(RESTARTS));

    for (DecodingException e : List.of(atOnce, onRead)) {
      assertEquals(EatCodes.OUT_OF_RANGE, e.code());
      assertEquals("restarts", e.path());
    }
  }

  @Test
  void refusesTwoKeysForOneClaimInARegistry() {
    ClaimKey<Long> other = ClaimKey.of(256, "other", ClaimCodecs.LONG);

    assertThrows(IllegalArgumentException.class, () -> ClaimRegistry.EAT.with(other));
  }

  @Test
  void readsAClaimWithAnotherKeyOfTheSameLabel() throws Exception {
    ClaimKey<Bytes> rawUeid = ClaimKey.of(256, "ueid", ClaimCodecs.BYTES);
    Ueid ueid = Ueid.eui48(Bytes.ofHex("001122334455"));
    EatClaims built = EatClaims.builder().put(Claims.UEID, ueid).build();
    EatClaims decoded =
        EatClaims.decode(built.encode(Encoding.JSON), Encoding.JSON, EatOptions.STRICT);

    assertEquals(Optional.of(ueid.value()), built.get(rawUeid));
    assertEquals(Optional.of(ueid.value()), decoded.get(rawUeid));
  }

  @Test
  void doesNotTakeATextKeyOfCborForTheNameOfAClaim() throws Exception {
    Bytes wire = Bytes.ofHex("a1647565696400"); // {"ueid": 0}

    EatClaims claims = EatClaims.decode(wire, Encoding.CBOR, EatOptions.STRICT);

    assertEquals(Optional.empty(), claims.get(Claims.UEID));
    assertFalse(claims.contains(Claims.UEID));
  }

  @Test
  void keepsUnknownClaimsWhenItIsChanged() throws Exception {
    String known = "1901004701020304050607";
    String unknown = "1bfffffffffffffffff7";
    EatClaims claims =
        EatClaims.decode(Bytes.ofHex("a2" + unknown + known), Encoding.CBOR, EatOptions.STRICT);

    EatClaims changed = claims.toBuilder().put(Claims.BOOT_COUNT, BigInteger.ONE).build();

    assertEquals("a3" + known + "19010b01" + unknown, changed.encode(Encoding.CBOR).toHex());
  }

  @Test
  void takesALaterClaimInPlaceOfAnEarlierOneWithItsLabel() throws Exception {
    EatClaims claims =
        EatClaims.builder()
            .putUnknown(Label.of(-70001), new RawClaim.OfCbor(Bytes.of(1)))
            .put(RESTARTS, 2L)
            .build();
    EatClaims again =
        claims.toBuilder().putUnknown(Label.of(-70001), new RawClaim.OfCbor(Bytes.of(3))).build();

    assertEquals(Optional.of(2L), claims.get(RESTARTS));
    assertEquals(Set.of(RESTARTS), claims.keys());
    assertEquals(Optional.of(3L), again.get(RESTARTS));
    assertEquals(Set.of(), again.keys());
    assertTrue(again.toBuilder().remove(RESTARTS).build().isEmpty());
  }

  @Test
  void refusesARegisteredClaimAsUnknown() {
    EatClaims.Builder builder = EatClaims.builder();

    assertThrows(
        IllegalArgumentException.class,
        () -> builder.putUnknown(Label.of(256), new RawClaim.OfCbor(Bytes.of(1))));
    assertThrows(
        IllegalArgumentException.class,
        () -> builder.putUnknown(Label.of("ueid"), new RawClaim.OfJson(new JsonString("a"))));
  }

  @Test
  void namesAllFaultsWhenItIsBuilt() {
    EatClaims.Builder builder =
        EatClaims.builder()
            .put(Claims.UPTIME, BigInteger.valueOf(-1))
            .put(Claims.ISSUER, "a b:c")
            .put(Claims.HARDWARE_MODEL, new HwModel(Bytes.of(1)))
            .put(Claims.SOFTWARE_VERSION, Version.of("1"))
            .put(Claims.DEBUG_STATUS, DebugStatus.DISABLED_PERMANENTLY)
            .put(Claims.OEM_BOOT, true);

    IllegalStateException e = assertThrows(IllegalStateException.class, builder::build);

    for (String part :
        List.of(
            "uptime: ",
            "iss: ",
            "hwmodel needs oemid",
            "swversion needs swname",
            "dbgstat disabled-permanently needs oemid",
            "oemboot needs oemid")) {
      assertTrue(e.getMessage().contains(part), part);
    }
  }

  @Test
  void remarksAMissingCompanionWhenItIsDecoded() throws Exception {
    Bytes wire = Bytes.ofUtf8("{\"oemboot\":true,\"hwversion\":[\"1\"],\"nonce\":\"x\"}");

    EatClaims claims = EatClaims.decode(wire, Encoding.JSON, EatOptions.STRICT);

    assertEquals(
        List.of(
            "COMPANION_MISSING hwversion", "COMPANION_MISSING oemboot", "DISCOURAGED_CLAIM nonce"),
        claims.findings().stream().map(f -> f.code() + " " + f.path()).toList());
    assertEquals(Optional.empty(), claims.get(Claims.NONCE));
  }

  @Test
  void refusesToEncodeAClaimThatTheEncodingDoesNotHave() {
    EatClaims cti = EatClaims.builder().put(Claims.CWT_ID, Bytes.of(1)).build();
    EatClaims textNonce =
        EatClaims.builder().put(Claims.NONCE, Nonces.of(Nonce.ofText("free text"))).build();
    EatClaims unknown =
        EatClaims.builder()
            .putUnknown(Label.of("x"), new RawClaim.OfJson(JsonNumber.of(1)))
            .build();

    EatClaims farAway =
        EatClaims.builder()
            .put(Claims.EXPIRATION, new NumericDate(new BigDecimal("1e400")))
            .build();

    assertThrows(IllegalArgumentException.class, () -> farAway.encode(Encoding.CBOR));
    assertThrows(IllegalArgumentException.class, () -> cti.encode(Encoding.JSON));
    assertThrows(IllegalArgumentException.class, () -> textNonce.encode(Encoding.CBOR));
    assertThrows(IllegalArgumentException.class, () -> unknown.encode(Encoding.CBOR));
  }

  @Test
  void convertsWhatBothEncodingsHaveAndNamesTheRest() throws Exception {
    EatClaims claims =
        SampleClaims.all(Encoding.CBOR).toBuilder()
            .putUnknown(Label.of(70000), new RawClaim.OfCbor(Bytes.of(1)))
            .build();

    ConvertedClaims json = claims.convertTo(Encoding.JSON);
    EatClaims back =
        EatClaims.decode(json.claims().encode(Encoding.JSON), Encoding.JSON, EatOptions.STRICT);

    assertEquals(
        List.of(
            "CONVERSION_LOSS cti",
            "CONVERSION_LOSS cnf",
            "CONVERSION_LOSS scope",
            "CONVERSION_LOSS 70000"),
        json.losses().stream().map(f -> f.code() + " " + f.path()).toList());
    assertEquals(claims.get(Claims.MEASUREMENTS), back.get(Claims.MEASUREMENTS));
    assertEquals(claims.get(Claims.UEID), back.get(Claims.UEID));
    assertEquals(
        List.of("eat_nonce"),
        back.convertTo(Encoding.CBOR).losses().stream().map(Finding::path).toList());
  }

  @Test
  void namesWhatJsonCannotSay() throws Exception {
    Location standing = Location.builder(1, 2).heading(Double.NaN).build();
    MeasurementResult ofBytes =
        new MeasurementResult(TextOrBytes.of(Bytes.of(1)), MeasurementResult.Outcome.FAIL);
    EatClaims claims =
        EatClaims.builder()
            .put(Claims.LOCATION, standing)
            .put(Claims.MEASUREMENT_RESULTS, List.of(MeasurementResults.of("s", ofBytes)))
            .put(Claims.INTENDED_USE, IntendedUse.of(200))
            .put(
                Claims.MEASUREMENTS,
                List.of(ContentFormatBody.ofText(ContentFormat.of(258), "binary by its format")))
            .build();

    ConvertedClaims json = claims.convertTo(Encoding.JSON);

    assertEquals(
        List.of("location/heading", "measres", "intuse", "measurements"),
        json.losses().stream().map(Finding::path).toList());
    assertEquals(Optional.of(Location.of(1, 2)), json.claims().get(Claims.LOCATION));
    assertEquals(Set.of(Claims.LOCATION), json.claims().keys());
  }

  @Test
  void leavesClaimsOfTheSameEncodingAlone() throws Exception {
    EatClaims claims =
        EatClaims.decode(Bytes.ofHex("a11a0001117001"), Encoding.CBOR, EatOptions.STRICT);

    assertEquals(new ConvertedClaims(claims, List.of()), claims.convertTo(Encoding.CBOR));
  }

  @Test
  void writesADocumentInJsonAsTextIfItsFormatIsText() throws Exception {
    ContentFormat json = ContentFormat.of(50);
    EatClaims claims =
        EatClaims.builder()
            .put(
                Claims.MEASUREMENTS,
                List.of(
                    ContentFormatBody.ofBytes(json, Bytes.ofUtf8("{}")),
                    ContentFormatBody.ofBytes(ContentFormat.of(258), Bytes.of(0xa0))))
            .build();
    EatClaims noText =
        EatClaims.builder()
            .put(Claims.MEASUREMENTS, List.of(ContentFormatBody.ofBytes(json, Bytes.of(0xff))))
            .build();

    Bytes wire = claims.encode(Encoding.JSON);

    assertEquals(Bytes.ofUtf8("{\"measurements\":[[50,\"{}\"],[258,\"oA\"]]}"), wire);
    assertEquals("measurements", noText.convertTo(Encoding.JSON).losses().get(0).path());
  }

  @Test
  void convertsAConfirmationByAPublicKeyAlone() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    PublicKey key = generator.generateKeyPair().getPublic();
    EatClaims cbor =
        EatClaims.builder().put(Claims.CONFIRMATION, Confirmation.of(CoseKey.of(key))).build();
    EatClaims named =
        EatClaims.builder()
            .put(Claims.CONFIRMATION, Confirmation.of(CoseKey.of(key).withKeyId(Bytes.of(1))))
            .build();

    EatClaims json = EatClaims.decode(cbor.encode(Encoding.JSON), Encoding.JSON, EatOptions.STRICT);
    EatClaims back = EatClaims.decode(json.encode(Encoding.CBOR), Encoding.CBOR, EatOptions.STRICT);

    assertEquals(
        Optional.of(Jwk.of(key)), json.get(Claims.CONFIRMATION).flatMap(Confirmation::jwk));
    assertEquals(cbor, back);
    assertEquals("cnf", named.convertTo(Encoding.JSON).losses().get(0).path());
  }

  @Test
  void remarksAClaimOfCborUnderItsNameInJson() throws Exception {
    Bytes wire = Bytes.ofHex("a1696561745f6e6f6e636500"); // {"eat_nonce": 0}

    EatClaims claims = EatClaims.decode(wire, Encoding.CBOR, EatOptions.STRICT);

    assertEquals(EatCodes.JSON_NAME_IN_CBOR, claims.findings().get(0).code());
    assertEquals("eat_nonce", claims.findings().get(0).path());
  }

  @Test
  void saysWhetherUnknownClaimsAreDeterministic() throws Exception {
    EatClaims longHead =
        EatClaims.decode(Bytes.ofHex("a11a000111701801"), Encoding.CBOR, EatOptions.STRICT);
    EatClaims shortHead =
        EatClaims.decode(Bytes.ofHex("a11a0001117001"), Encoding.CBOR, EatOptions.STRICT);

    assertFalse(longHead.isDeterministic());
    assertTrue(shortHead.isDeterministic());
    assertEquals("a11a000111701801", longHead.encode(Encoding.CBOR).toHex());
  }

  @Test
  void givesTheTextOfALenientValueAsItCame() throws Exception {
    Bytes wire = Bytes.ofUtf8("{\"oemid\":11129,\"hwmodel\":\"GCP_AMD_SEV\"}");

    EatClaims claims = EatClaims.decode(wire, Encoding.JSON, EatOptions.LENIENT);

    assertEquals(
        Optional.of(new RawClaim.OfJson(new JsonString("GCP_AMD_SEV"))),
        claims.raw(Claims.HARDWARE_MODEL));
    assertEquals("BASE64_TRAILING_BITS", claims.findings().get(0).code());
  }

  @Test
  void hidesWhatIdentifiesADevice() {
    for (Encoding encoding : Encoding.values()) {
      EatClaims claims =
          SampleClaims.all(encoding).toBuilder()
              .putUnknown(
                  Label.of("place"),
                  encoding == Encoding.CBOR
                      ? new RawClaim.OfCbor(Bytes.ofHex("6461626364"))
                      : new RawClaim.OfJson(new JsonString("abcd")))
              .build();

      String text = claims.toString();

      assertTrue(text.contains("iss=coap://as.example.com"));
      for (String hidden :
          List.of(
              "free text", "seven", "010203", "010000", "001122", "48.25", "abcd", "61626364")) {
        assertFalse(text.contains(hidden), hidden);
      }
    }
  }
}
