package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.Oid;

class ValuesTest {

  @Test
  void makesUeidsOfEachType() {
    Bytes six = Bytes.ofHex("001122334455");

    assertEquals("02001122334455", Ueid.eui48(six).value().toHex());
    assertEquals("020011223344550000", Ueid.eui64(Bytes.ofHex("0011223344550000")).value().toHex());
    assertEquals("030401020304050607080900010203", Ueid.imei("41234567890123").value().toHex());
    assertEquals(33, Ueid.rand(Bytes.copyOf(new byte[32])).value().size());
    assertEquals("urn:dev:ueid:AgARIjNEVQ", Ueid.eui48(six).urn());
  }

  @Test
  void refusesUeidsThatNobodyMayMake() {
    assertThrows(IllegalArgumentException.class, () -> Ueid.rand(Bytes.copyOf(new byte[15])));
    assertThrows(IllegalArgumentException.class, () -> Ueid.eui48(Bytes.copyOf(new byte[8])));
    assertThrows(IllegalArgumentException.class, () -> Ueid.eui64(Bytes.copyOf(new byte[6])));
    assertThrows(IllegalArgumentException.class, () -> Ueid.imei("4123456789012"));
    assertThrows(IllegalArgumentException.class, () -> Ueid.imei("4123456789012a"));
    assertThrows(IllegalArgumentException.class, () -> new Ueid(Bytes.copyOf(new byte[34])));
  }

  @Test
  void countsTheBytesOfANonceNotItsCharacters() {
    assertEquals(44, Nonce.ofText("ü".repeat(44)).text().orElseThrow().length());
    assertThrows(IllegalArgumentException.class, () -> Nonce.ofText("ü".repeat(45)));
    assertThrows(IllegalArgumentException.class, () -> Nonce.ofText("1234567"));
    assertThrows(IllegalArgumentException.class, () -> Nonce.ofBytes(Bytes.copyOf(new byte[65])));
  }

  @Test
  void matchesANonceOfBytesWithItsTextButNotTheReverse() {
    Nonce bytes = Nonce.ofBytes(Bytes.ofHex("0011223344556677"));
    Nonce text = Nonce.ofText(bytes.jsonText());

    assertTrue(bytes.matches(text));
    assertFalse(text.matches(bytes));
    assertNotEquals(bytes, text);
  }

  @Test
  void keepsDatesBeyondInstant() {
    NumericDate far = new NumericDate(new BigDecimal("1e30"));

    assertEquals(Instant.MAX, far.toInstant());
    assertEquals(Instant.MIN, new NumericDate(new BigDecimal("-1e30")).toInstant());
    assertTrue(far.isInteger());
    assertEquals(
        Instant.ofEpochSecond(-2, 500_000_000),
        new NumericDate(new BigDecimal("-1.5")).toInstant());
  }

  @Test
  void tellsProfilesApart() {
    assertEquals(ProfileId.of(Oid.of("2.999")), ProfileId.of("2.999"));
    assertNotEquals(ProfileId.of("x:a"), ProfileId.of("x:A"));
    assertThrows(IllegalArgumentException.class, () -> ProfileId.of("a/b"));
    assertThrows(IllegalArgumentException.class, () -> ProfileId.of("2.0999"));
    assertThrows(IllegalArgumentException.class, () -> ProfileId.of(""));
  }

  @Test
  void comparesVersionsWithTheirScheme() {
    assertEquals(Version.of("1", Label.of(16384)), Version.of("1", Version.SEMVER));
    assertNotEquals(Version.of("1"), Version.of("1", Version.SEMVER));
    assertEquals(Optional.empty(), Version.of("1").scheme());
  }

  @Test
  void decodesTheTextOfABodyInAFormatThatOnlyTheCallerKnows() throws Exception {
    ContentFormatBody body = ContentFormatBody.ofText(ContentFormat.of(60000), "AQ");
    ContentFormatBody text = ContentFormatBody.ofText(ContentFormat.of(60000), "a b");

    assertEquals(Bytes.of(1), body.decodedText());
    assertThrows(DecodingException.class, text::decodedText);
  }

  @Test
  void hidesNoncesAndDevices() {
    assertEquals("Nonce[8 bytes]", Nonce.ofBytes(Bytes.copyOf(new byte[8])).toString());
    assertEquals("Ueid[7 bytes]", Ueid.eui48(Bytes.copyOf(new byte[6])).toString());
  }

  @Test
  void knowsIntendedUsesByNumberAndByName() {
    assertEquals(IntendedUse.PROOF_OF_POSSESSION, IntendedUse.of("proof-of-possession"));
    assertEquals(IntendedUse.CERTIFICATE_ISSUANCE, IntendedUse.of(4));
    assertEquals(Optional.empty(), IntendedUse.of(200).name());
    assertTrue(IntendedUse.of("Gardening").number().isEmpty());
    assertNotEquals(IntendedUse.of("Gardening"), IntendedUse.of("gardening"));
    assertThrows(IllegalArgumentException.class, () -> IntendedUse.of(0));
    assertThrows(IllegalArgumentException.class, () -> IntendedUse.of(256));
  }

  @Test
  void takesNoPlaceThatIsNoNumber() {
    Location.Builder place = Location.builder(0, 0);

    assertEquals(Location.of(0, -0.0), place.build());
    assertTrue(Double.isNaN(place.heading(Double.NaN).build().heading().orElseThrow()));
    assertThrows(IllegalArgumentException.class, () -> place.speed(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Location.of(Double.POSITIVE_INFINITY, 0));
    assertThrows(IllegalArgumentException.class, () -> place.age(-1));
    assertEquals("Location[redacted]", place.build().toString());
  }
}
