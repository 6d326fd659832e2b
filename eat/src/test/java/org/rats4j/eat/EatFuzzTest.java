package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.eat.measured.MeasuredComponent;

/** Claims and measured components, whatever the bytes are. */
class EatFuzzTest {

  /** What is read is written, and what is written is read as the same. */
  @MethodSource("org.rats4j.eat.ClaimSeeds#cbor")
  @FuzzTest
  void claimsInCbor(byte[] cbor) {
    readAndWrite(cbor, Encoding.CBOR);
  }

  /** What is read is written, and what is written is read as the same. */
  @MethodSource("org.rats4j.eat.ClaimSeeds#json")
  @FuzzTest
  void claimsInJson(byte[] json) {
    readAndWrite(json, Encoding.JSON);
  }

  private static void readAndWrite(byte[] bytes, Encoding encoding) {
    EatClaims claims;
    try {
      claims = EatClaims.decode(bytes, encoding, EatOptions.LENIENT);
    } catch (DecodingException expected) {
      return;
    }
    if (!deviates(claims)) {
      assertEquals(claims, reread(claims, encoding));
    }
  }

  /** What the other encoding has a form for, a strict reader of it takes. */
  @MethodSource("org.rats4j.eat.ClaimSeeds#cbor")
  @FuzzTest
  void conversionOfCbor(byte[] cbor) {
    convert(cbor, Encoding.CBOR, Encoding.JSON);
  }

  /** What the other encoding has a form for, a strict reader of it takes. */
  @MethodSource("org.rats4j.eat.ClaimSeeds#json")
  @FuzzTest
  void conversionOfJson(byte[] json) {
    convert(json, Encoding.JSON, Encoding.CBOR);
  }

  private static void convert(byte[] bytes, Encoding from, Encoding to) {
    EatClaims claims;
    try {
      claims = EatClaims.decode(bytes, from, EatOptions.LENIENT);
    } catch (DecodingException expected) {
      return;
    }
    EatClaims there = reread(claims.convertTo(to).claims(), to);
    assertEquals(there, reread(there, to));
  }

  /** What is read is written, and what is written is read as the same. */
  @MethodSource("org.rats4j.eat.ClaimSeeds#components")
  @FuzzTest
  void measuredComponents(byte[] bytes) {
    Encoding encoding = bytes.length > 0 && bytes[0] < 0 ? Encoding.CBOR : Encoding.JSON;
    MeasuredComponent component;
    try {
      component =
          MeasuredComponent.decode(Bytes.copyOf(bytes), encoding, MeasuredComponent.LENIENT);
    } catch (DecodingException expected) {
      return;
    }
    for (Encoding each : Encoding.values()) {
      assertEquals(component, reread(component, each));
    }
  }

  private static boolean deviates(EatClaims claims) {
    for (Finding finding : claims.findings()) {
      if (finding.severity() == Finding.Severity.DEVIATION) {
        return true;
      }
    }
    return false;
  }

  private static EatClaims reread(EatClaims claims, Encoding encoding) {
    try {
      return EatClaims.decode(claims.encode(encoding), encoding, EatOptions.STRICT);
    } catch (DecodingException e) {
      throw new AssertionError("refuses what it wrote", e);
    }
  }

  private static MeasuredComponent reread(MeasuredComponent component, Encoding encoding) {
    try {
      return MeasuredComponent.decode(
          component.encode(encoding), encoding, MeasuredComponent.STRICT);
    } catch (DecodingException e) {
      throw new AssertionError("refuses what it wrote", e);
    }
  }
}
