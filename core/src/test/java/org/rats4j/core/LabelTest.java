package org.rats4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {
  private static final BigInteger TWO_64 = BigInteger.TWO.pow(64);

  @ParameterizedTest
  @ValueSource(
      longs = {Long.MIN_VALUE, -70000, -33, -32, -1, 0, 1, 1023, 1024, 70000, Long.MAX_VALUE})
  void isTheNumberItWasMadeOf(long value) {
    Label.OfInteger label = (Label.OfInteger) Label.of(value);

    assertEquals(value, label.longValue());
    assertEquals(Long.toString(value), label.toString());
    assertEquals(new Label.OfInteger(value < 0, value < 0 ? ~value : value), label);
    assertEquals(Label.of(BigInteger.valueOf(value)), label);
  }

  @Test
  void reachesBeyondLong() {
    Label.OfInteger last = (Label.OfInteger) Label.of(TWO_64.subtract(BigInteger.ONE));
    Label.OfInteger first = (Label.OfInteger) Label.of(TWO_64.negate());

    assertEquals("18446744073709551615", last.toString());
    assertEquals("-18446744073709551616", first.toString());
    assertThrows(ArithmeticException.class, last::longValue);
    assertThrows(IllegalArgumentException.class, () -> Label.of(TWO_64));
    assertThrows(
        IllegalArgumentException.class, () -> Label.of(TWO_64.negate().subtract(BigInteger.ONE)));
  }

  @Test
  void keepsIntegersAndTextsApart() {
    assertNotEquals(Label.of(1), Label.of("1"));
    assertEquals(Label.of(1).toString(), Label.of("1").toString());
  }

  @Test
  void ordersIntegersByValue() {
    List<Label.OfInteger> ordered =
        Stream.of(
                TWO_64.negate(),
                BigInteger.valueOf(-2),
                BigInteger.valueOf(-1),
                BigInteger.ZERO,
                BigInteger.ONE,
                TWO_64.subtract(BigInteger.ONE))
            .map(value -> (Label.OfInteger) Label.of(value))
            .toList();
    List<Label.OfInteger> shuffled = new ArrayList<>(ordered);
    Collections.reverse(shuffled);

    Collections.sort(shuffled);

    assertEquals(ordered, shuffled);
  }
}
