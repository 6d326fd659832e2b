package org.rats4j.corim.appraisal;

import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.corim.comid.MaskedRawValue;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.RawValue;
import org.rats4j.corim.comid.TaggedBytes;

/** Raw values are compared where the mask of the condition has ones. */
final class RawValueRule {
  private RawValueRule() {}

  static Comparison compare(MeasurementValues condition, MeasurementValues entry) {
    RawValue found = entry.rawValue().orElseThrow();
    if (found instanceof MaskedRawValue || entry.rawValueMask().isPresent()) {
      return Comparison.ENTRY_MASKED;
    }
    if (!(found instanceof TaggedBytes state)) {
      return Comparison.NO_RULE;
    }
    RawValue wanted = condition.rawValue().orElseThrow();
    if (wanted instanceof MaskedRawValue masked) {
      return condition.rawValueMask().isPresent()
          ? Comparison.NO_RULE
          : compare(masked.value(), masked.mask(), state.value());
    }
    return wanted instanceof TaggedBytes bytes
        ? compare(bytes.value(), condition.rawValueMask().orElse(null), state.value())
        : Comparison.NO_RULE;
  }

  private static Comparison compare(Bytes wanted, @Nullable Bytes mask, Bytes state) {
    if (mask != null && mask.size() != wanted.size()) {
      return Comparison.MASK_LENGTH;
    }
    if (wanted.size() != state.size()) {
      return Comparison.LENGTH_DIFFERS;
    }
    if (mask == null) {
      return wanted.equals(state) ? Comparison.SATISFIED : Comparison.VALUE_DIFFERS;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (((wanted.at(i) ^ state.at(i)) & mask.at(i)) != 0) {
        return Comparison.VALUE_DIFFERS;
      }
    }
    return Comparison.SATISFIED;
  }
}
