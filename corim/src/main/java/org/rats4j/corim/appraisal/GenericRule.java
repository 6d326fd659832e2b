package org.rats4j.corim.appraisal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborFloat;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborSimple;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.cbor.CborText;
import org.rats4j.corim.CorimOptions;

/**
 * The values that the next draft is expected to define: a truth value, a number, a text or bytes;
 * as a condition also a range of numbers, or a set.
 */
final class GenericRule {
  private static final long RANGE = 565;
  private static final long SET = 566;

  private GenericRule() {}

  static Comparison compare(int codePoint, Bytes condition, Bytes entry) {
    try {
      CborItem wanted = CborItem.decode(condition, CorimOptions.STRICT);
      CborItem found = CborItem.decode(entry, CorimOptions.STRICT);
      return compare(codePoint, wanted, found);
    } catch (DecodingException e) {
      return Comparison.NO_RULE;
    }
  }

  private static Comparison compare(int codePoint, CborItem wanted, CborItem found) {
    if (!isOfType(codePoint, found)) {
      return Comparison.NO_RULE;
    }
    if (!(wanted instanceof CborTagged tagged)) {
      return isOfType(codePoint, wanted) ? same(wanted.equals(found)) : Comparison.NO_RULE;
    }
    List<CborItem> items = tagged.content() instanceof CborArray array ? array.items() : List.of();
    if (tagged.tag() == SET && codePoint != 16 && items.size() >= 2) {
      return same(items.contains(found));
    }
    return tagged.tag() == RANGE && codePoint == 17 && items.size() == 2
        ? range(items.get(0), items.get(1), found)
        : Comparison.NO_RULE;
  }

  private static Comparison range(CborItem min, CborItem max, CborItem found) {
    Optional<BigDecimal> value = number(found);
    boolean known = isBound(min) && isBound(max) && value.isPresent();
    if (!known) {
      return Comparison.NO_RULE;
    }
    boolean inside =
        number(min).map(bound -> value.get().compareTo(bound) >= 0).orElse(true)
            && number(max).map(bound -> value.get().compareTo(bound) <= 0).orElse(true);
    return inside ? Comparison.SATISFIED : Comparison.OUT_OF_RANGE;
  }

  private static boolean isBound(CborItem item) {
    return item.equals(CborSimple.NULL) || number(item).isPresent();
  }

  private static Optional<BigDecimal> number(CborItem item) {
    if (item instanceof CborInteger integer) {
      return Optional.of(new BigDecimal(integer.value()));
    }
    return item instanceof CborFloat real && Double.isFinite(real.value())
        ? Optional.of(new BigDecimal(real.value()))
        : Optional.empty();
  }

  private static boolean isOfType(int codePoint, CborItem item) {
    return switch (codePoint) {
      case 16 -> item.equals(CborSimple.TRUE) || item.equals(CborSimple.FALSE);
      case 17 -> item instanceof CborInteger || item instanceof CborFloat;
      case 18 -> item instanceof CborText;
      default -> item instanceof CborBytes;
    };
  }

  private static Comparison same(boolean same) {
    return same ? Comparison.SATISFIED : Comparison.VALUE_DIFFERS;
  }
}
