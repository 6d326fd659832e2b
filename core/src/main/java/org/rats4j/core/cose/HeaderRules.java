package org.rats4j.core.cose;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborText;

/** The rules for header parameters, which hold for what is read and for what is built. */
final class HeaderRules {
  private static final Set<Long> COUNTERSIGNATURES = Set.of(7L, 9L, 11L, 12L);

  private HeaderRules() {}

  /** A bucket of a layer. */
  enum Bucket {
    PROTECTED,
    UNPROTECTED
  }

  /**
   * A broken rule.
   *
   * @param code the name of the reason, or a finer one
   * @param singleInArray whether it is that of {@link CoseLeniencies#X5CHAIN_SINGLE_IN_ARRAY}
   */
  record Fault(Reason reason, String code, String detail, boolean singleInArray) {}

  /** Returns what is wrong with {@code value} wherever it stands. */
  static Optional<Fault> ofValue(Label label, CborItem value) {
    long number = number(label);
    if (number == CoseHeaders.ALG) {
      return isLabel(value)
          ? Optional.empty()
          : structure(CoreCodes.ALG, "alg is neither an integer nor a text");
    }
    if (number == CoseHeaders.CRIT) {
      return ofCritical(value);
    }
    if (number == CoseHeaders.CONTENT_TYPE
        || number == CoseHeaders.TYP
        || number == CoseHeaders.PAYLOAD_PREIMAGE_CONTENT_TYPE) {
      return ofContentType(value);
    }
    if (number == CoseHeaders.KID) {
      // RFC 9052 says byte string; the examples of its working group have a text, too.
      return unless(
          value instanceof CborBytes || value instanceof CborText,
          "kid is neither a byte string nor a text");
    }
    if (number == CoseHeaders.IV || number == CoseHeaders.PARTIAL_IV) {
      return unless(value instanceof CborBytes, "the parameter is no byte string");
    }
    if (number == CoseHeaders.CWT_CLAIMS) {
      return unless(value instanceof CborMap, "CWT claims are no map");
    }
    if (number == CoseHeaders.X5CHAIN || number == CoseHeaders.X5BAG) {
      return ofCertificates(value);
    }
    if (number == CoseHeaders.X5T) {
      return unless(isThumbprint(value), "x5t is not [hash algorithm, byte string]");
    }
    if (number == CoseHeaders.PAYLOAD_HASH_ALG) {
      return unless(number(value).isPresent(), "the payload hash algorithm is no 64-bit integer");
    }
    if (number == CoseHeaders.PAYLOAD_LOCATION) {
      return unless(value instanceof CborText, "the payload location is no text");
    }
    return Optional.empty();
  }

  /**
   * Returns what is wrong with a parameter in this place.
   *
   * @param present says which other labels stand in either bucket of the layer
   */
  static Optional<Fault> ofPlace(Bucket bucket, Label label, LongPredicate present) {
    long number = number(label);
    if (number == CoseHeaders.CRIT && bucket == Bucket.UNPROTECTED) {
      return structure(CoreCodes.CRIT, "crit stands in the unprotected bucket");
    }
    if (COUNTERSIGNATURES.contains(number) && bucket == Bucket.PROTECTED) {
      return structure("a countersignature stands in the protected bucket");
    }
    if (number >= CoseHeaders.PAYLOAD_HASH_ALG
        && number <= CoseHeaders.PAYLOAD_LOCATION
        && bucket == Bucket.UNPROTECTED) {
      return structure("a hash envelope parameter stands in the unprotected bucket");
    }
    if ((number == CoseHeaders.IV && present.test(CoseHeaders.PARTIAL_IV))
        || (number == CoseHeaders.PARTIAL_IV && present.test(CoseHeaders.IV))) {
      return structure("IV and Partial IV stand in one layer");
    }
    if ((number == CoseHeaders.CONTENT_TYPE && present.test(CoseHeaders.PAYLOAD_HASH_ALG))
        || (number == CoseHeaders.PAYLOAD_HASH_ALG && present.test(CoseHeaders.CONTENT_TYPE))) {
      return structure("a hash envelope has a content type");
    }
    return Optional.empty();
  }

  /** Returns the label that {@code item} is; empty if it is none of 64 bits. */
  static Optional<Label> label(CborItem item) {
    if (item instanceof CborText text) {
      return Optional.of(Label.of(text.value()));
    }
    OptionalLong number = number(item);
    return number.isPresent() ? Optional.of(Label.of(number.getAsLong())) : Optional.empty();
  }

  static CborItem item(Label label) {
    return label instanceof Label.OfText text
        ? new CborText(text.value())
        : new CborInteger(((Label.OfInteger) label).value());
  }

  static CborItem item(CoseContentType type) {
    return type instanceof CoseContentType.OfMediaType text
        ? new CborText(text.value())
        : CborInteger.of(((CoseContentType.OfContentFormat) type).value());
  }

  static OptionalLong number(@Nullable CborItem item) {
    return item instanceof CborInteger integer && integer.value().bitLength() < Long.SIZE
        ? OptionalLong.of(integer.value().longValue())
        : OptionalLong.empty();
  }

  static void requireLabel(Label label) {
    if (label instanceof Label.OfInteger number && !number.fitsLong()) {
      throw new IllegalArgumentException("label is beyond 64 bits");
    }
  }

  /** Returns the number, or one that no rule is about. */
  private static long number(Label label) {
    return label instanceof Label.OfInteger integer && integer.fitsLong()
        ? integer.longValue()
        : Long.MIN_VALUE;
  }

  private static Optional<Fault> ofCritical(CborItem value) {
    if (!(value instanceof CborArray array)) {
      return structure(CoreCodes.CRIT, "crit is no array");
    }
    if (array.items().isEmpty()) {
      return invalid(CoreCodes.CRIT, "crit is empty");
    }
    for (CborItem item : array.items()) {
      if (label(item).isEmpty()) {
        return structure(CoreCodes.CRIT, "crit names something that is no label");
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> ofContentType(CborItem value) {
    if (value instanceof CborText text) {
      try {
        CoseContentType.of(text.value());
      } catch (IllegalArgumentException e) {
        return invalid(String.valueOf(e.getMessage()));
      }
      return Optional.empty();
    }
    if (!(value instanceof CborInteger integer) || integer.value().signum() < 0) {
      return structure("content type is neither a text nor an unsigned integer");
    }
    return integer.value().compareTo(BigInteger.valueOf(Long.MAX_VALUE)) > 0
        ? invalid("content format is beyond 63 bits")
        : Optional.empty();
  }

  private static Optional<Fault> ofCertificates(CborItem value) {
    if (value instanceof CborBytes) {
      return Optional.empty();
    }
    if (!(value instanceof CborArray array)) {
      return structure("certificates are neither a byte string nor an array");
    }
    List<CborItem> items = array.items();
    if (items.isEmpty()) {
      return invalid("there is no certificate in the array");
    }
    if (!items.stream().allMatch(CborBytes.class::isInstance)) {
      return structure("a certificate is no byte string");
    }
    return items.size() == 1
        ? Optional.of(
            new Fault(
                Reason.INVALID_VALUE,
                Reason.INVALID_VALUE.name(),
                "one certificate stands in an array",
                true))
        : Optional.empty();
  }

  private static boolean isThumbprint(CborItem value) {
    return value instanceof CborArray array
        && array.items().size() == 2
        && isLabel(array.items().get(0))
        && array.items().get(1) instanceof CborBytes;
  }

  private static boolean isLabel(CborItem value) {
    return value instanceof CborInteger || value instanceof CborText;
  }

  private static Optional<Fault> unless(boolean right, String detail) {
    return right ? Optional.empty() : structure(detail);
  }

  private static Optional<Fault> structure(String detail) {
    return structure(Reason.UNEXPECTED_STRUCTURE.name(), detail);
  }

  private static Optional<Fault> structure(String code, String detail) {
    return Optional.of(new Fault(Reason.UNEXPECTED_STRUCTURE, code, detail, false));
  }

  private static Optional<Fault> invalid(String detail) {
    return invalid(Reason.INVALID_VALUE.name(), detail);
  }

  private static Optional<Fault> invalid(String code, String detail) {
    return Optional.of(new Fault(Reason.INVALID_VALUE, code, detail, false));
  }
}
