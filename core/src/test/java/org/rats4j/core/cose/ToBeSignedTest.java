package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborInteger;

class ToBeSignedTest {
  private static final CoseLayer ES256 =
      new CoseLayer(
          new CoseHeaders(Map.of(Label.of(1), CborInteger.of(-7)), Bytes.ofHex("a10126")),
          CoseHeaders.EMPTY);

  @Test
  void signsContextProtectedAadAndPayload() {
    Bytes actual =
        ToBeSigned.joined(CoseForm.SIGN1, List.of(ES256), Bytes.ofHex("aabb"), Bytes.ofUtf8("hi"));

    assertEquals(
        Bytes.ofHex("84" + "6a5369676e617475726531" + "43a10126" + "42aabb" + "426869"), actual);
  }

  @Test
  void signsBothLayersOfCoseSign() {
    CoseLayer body = new CoseLayer(CoseHeaders.EMPTY, CoseHeaders.EMPTY);

    Bytes actual =
        ToBeSigned.joined(CoseForm.SIGN, List.of(body, ES256), Bytes.EMPTY, Bytes.ofUtf8("hi"));

    assertEquals(
        Bytes.ofHex("85" + "695369676e6174757265" + "40" + "43a10126" + "40" + "426869"), actual);
  }

  @Test
  void putsAnEmptyMapInAsNoBytes() {
    CoseLayer empty =
        new CoseLayer(new CoseHeaders(Map.of(), Bytes.ofHex("a0")), CoseHeaders.EMPTY);

    Bytes actual = ToBeSigned.joined(CoseForm.MAC0, List.of(empty), Bytes.EMPTY, Bytes.EMPTY);

    assertEquals(Bytes.ofHex("84" + "644d414330" + "40" + "40" + "40"), actual);
  }

  @ParameterizedTest
  @CsvSource({
    "23, 57",
    "24, 5818",
    "255, 58ff",
    "256, 590100",
    "65535, 59ffff",
    "65536, 5a00010000",
    "16909060, 5a01020304"
  })
  void writesShortestHeads(int size, String head) {
    Bytes payload = Bytes.copyOf(new byte[size]);

    List<Bytes> parts = ToBeSigned.parts(CoseForm.SIGN1, List.of(ES256), Bytes.EMPTY, payload);

    assertEquals(
        Bytes.ofHex("84" + "6a5369676e617475726531" + "43a10126" + "40" + head), parts.get(0));
    assertSame(payload, parts.get(1));
  }
}
