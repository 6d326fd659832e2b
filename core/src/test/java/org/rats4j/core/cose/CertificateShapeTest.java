package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;

class CertificateShapeTest {

  @ParameterizedTest
  @ValueSource(strings = {"300730003000030100", "30810730003000030100"})
  void fitsASequenceOfTwoSequencesAndABitString(String der) {
    assertTrue(CertificateShape.fits(Bytes.ofHex(der)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "3000",
        "30030201",
        "3007300030000301",
        "30073000300003010000",
        "310730003000030100",
        "300730003100030100",
        "300730003000040100",
        "308030003000030100",
        "30ffffffff",
        "3084ffffffff",
        "30827fff3000",
        "300730003000030500",
        "300430003000",
        "300630003000030100",
        "300830003000030100",
        "3006300030000381"
      })
  void fitsNothingElse(String der) {
    assertFalse(CertificateShape.fits(Bytes.ofHex(der)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3006300030000300", "3007300030000381" + "00", "308300000730003000030100"})
  void fitsEmptyContentAndLengthsOfUpToThreeOctets(String der) {
    assertTrue(CertificateShape.fits(Bytes.ofHex(der)));
  }

  @Test
  void fitsLongForms() {
    Bytes der =
        Bytes.ofHex("30820107" + "3081fe")
            .concat(Bytes.copyOf(new byte[254]))
            .concat(Bytes.ofHex("3000" + "030100"));

    assertFalse(CertificateShape.fits(der.slice(0, der.size() - 1)));
    assertTrue(CertificateShape.fits(Bytes.ofHex("30820106").concat(der.slice(4, der.size() - 4))));
  }
}
