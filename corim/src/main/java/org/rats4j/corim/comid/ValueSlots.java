package org.rats4j.corim.comid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Label;

/** Values by code point, of which few are there at once: a large CoRIM has very many of these. */
abstract class ValueSlots {
  static final int SLOTS = 17;

  /** A bit for each code point that has a value; the last is for the one of PSA. */
  private final int present;

  /** The values, by ascending code point. */
  private final Object[] values;

  /** Creates values. */
  ValueSlots(@Nullable Object[] slots) {
    int bits = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      bits |= slots[slot] == null ? 0 : 1 << slot;
    }
    present = bits;
    values = new Object[Integer.bitCount(bits)];
    int next = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      if (slots[slot] != null) {
        values[next++] = Objects.requireNonNull(slots[slot]);
      }
    }
  }

  final boolean isEmpty() {
    return present == 0;
  }

  static int slot(int codePoint) {
    return codePoint == MeasurementValues.PSA_CERTIFICATE_NUMBER ? SLOTS - 1 : codePoint;
  }

  private static int codePoint(int slot) {
    return slot == SLOTS - 1 ? MeasurementValues.PSA_CERTIFICATE_NUMBER : slot;
  }

  final <T> Optional<T> value(int codePoint, Class<T> type) {
    int bit = 1 << slot(codePoint);
    return (present & bit) == 0
        ? Optional.empty()
        : Optional.of(type.cast(values[Integer.bitCount(present & (bit - 1))]));
  }

  final boolean hasValue(Label codePoint) {
    if (codePoint instanceof Label.OfInteger number && number.fitsLong()) {
      long value = number.longValue();
      if ((value >= 0 && value < SLOTS - 1) || value == MeasurementValues.PSA_CERTIFICATE_NUMBER) {
        return (present >>> slot((int) value) & 1) != 0;
      }
    }
    return false;
  }

  /** Returns the code points that have values, ascending. */
  final List<Label> presentCodePoints() {
    List<Label> codePoints = new ArrayList<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      if ((present >>> slot & 1) != 0) {
        codePoints.add(Label.of(codePoint(slot)));
      }
    }
    return codePoints;
  }

  final @Nullable Object[] slots() {
    @Nullable Object[] slots = new @Nullable Object[SLOTS];
    int next = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      if ((present >>> slot & 1) != 0) {
        slots[slot] = values[next++];
      }
    }
    return slots;
  }

  final boolean sameValues(ValueSlots other) {
    return present == other.present && Arrays.equals(values, other.values);
  }

  final int hashOfValues() {
    return 31 * present + Arrays.hashCode(values);
  }

  /** Returns the values by code point, without braces around. */
  final String printed() {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      if ((present >>> slot & 1) != 0) {
        text.append(next == 0 ? "" : ", ").append(codePoint(slot));
        text.append(": ").append(values[next++]);
      }
    }
    return text.toString();
  }
}
