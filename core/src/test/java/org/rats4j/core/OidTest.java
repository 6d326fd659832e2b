package org.rats4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidTest {

  @ParameterizedTest
  @CsvSource({
    "2.999.1,883701",
    "0.0,00",
    "0.39,27",
    "1.0,28",
    "1.39,4f",
    "2.0,50",
    "2.47,7f",
    "2.48,8100",
    "1.3.6.1.4.1.42623.1.3,2b0601040182cc7f0103",
    "2.25.329800735698586629295641978511506172918,69" + "83f09da7ebcfdee0c7a1a7b2c0948cc8f9d776",
    "2.18446744073709551615,82" + "80808080808080804f",
  })
  void readsAndWritesOctetsAndText(String dotted, String octets) {
    assertEquals(dotted, Oid.ofOctets(Bytes.ofHex(octets)).toString());
    assertEquals(Bytes.ofHex(octets), Oid.of(dotted).octets());
    assertEquals(Oid.of(dotted), Oid.ofOctets(Bytes.ofHex(octets)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.",
        ".1",
        "1..2",
        "1.2.",
        "3.1",
        "10.1",
        "0.40",
        "1.40",
        "01.2",
        "1.02",
        "1.2.00",
        "-1.2",
        "1.-2",
        "1.2 ",
        " 1.2",
        "1.2.x",
        "1.2.\u0661",
        "1.2\n",
        "urn:oid:1.2"
      })
  void rejectsText(String dotted) {
    assertThrows(IllegalArgumentException.class, () -> Oid.of(dotted));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "80", "8001", "2a80", "2a8001", "2b81", "2aff"})
  void rejectsOctets(String octets) {
    assertThrows(IllegalArgumentException.class, () -> Oid.ofOctets(Bytes.ofHex(octets)));
  }

  @Test
  void isEqualToTheSameArcsAndOrderedByItsOctets() {
    Oid oid = Oid.of("1.2.3");

    assertEquals(oid, Oid.ofOctets(oid.octets()));
    assertEquals(oid.hashCode(), Oid.ofOctets(oid.octets()).hashCode());
    assertNotEquals(oid, Oid.of("1.2.4"));
    assertNotEquals(oid.hashCode(), Oid.of("1.2.4").hashCode());
    assertTrue(oid.compareTo(Oid.of("1.2.4")) < 0 && Oid.of("1.2.4").compareTo(oid) > 0);
  }

  @Test
  void endsAt4096Octets() {
    Bytes longest = Bytes.copyOf(new byte[4096]);

    assertEquals(Oid.ofOctets(longest), Oid.of(Oid.ofOctets(longest).toString()));
    assertThrows(IllegalArgumentException.class, () -> Oid.ofOctets(Bytes.copyOf(new byte[4097])));
    assertThrows(IllegalArgumentException.class, () -> Oid.of("1.2" + ".0".repeat(4096)));
    assertThrows(IllegalArgumentException.class, () -> Oid.of("1.2." + "9".repeat(9000)));
    assertThrows(IllegalArgumentException.class, () -> Oid.of("1.2." + "9".repeat(1_000_000)));
  }

  @Tag("seeded")
  @RepeatedTest(200)
  void octetsMakeOneTextOrNone(RepetitionInfo repetition) {
    byte[] octets = new byte[1 + repetition.getCurrentRepetition() % 20];
    new Random(repetition.getCurrentRepetition()).nextBytes(octets);
    try {
      Oid oid = Oid.ofOctets(Bytes.copyOf(octets));
      assertEquals(oid, Oid.of(oid.toString()));
    } catch (IllegalArgumentException expected) {
      // the one permitted failure
    }
  }
}
