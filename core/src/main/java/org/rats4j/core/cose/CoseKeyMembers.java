package org.rats4j.core.cose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborSimple;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.internal.Unsigned;

/**
 * The members of a COSE_Key before anybody knows what they mean: kty, which says it, may stand
 * anywhere in the map.
 */
final class CoseKeyMembers {
  private final String path;
  private final Findings findings;
  private final Map<Label, CborItem> unread;

  private CoseKeyMembers(String path, Findings findings, Map<Label, CborItem> unread) {
    this.path = path;
    this.findings = findings;
    this.unread = unread;
  }

  static CoseKeyMembers read(CborReader in) throws DecodingException {
    Map<Label, CborItem> members = new LinkedHashMap<>();
    in.startMap();
    String path = in.path();
    while (in.hasNext()) {
      Label label = in.readLabel();
      if (label instanceof Label.OfInteger integer && !integer.fitsLong()) {
        throw in.fail(Reason.UNEXPECTED_STRUCTURE, "label is beyond 64 bits");
      }
      members.put(label, in.readItem());
    }
    in.endMap();
    return new CoseKeyMembers(path, in.findings(), members);
  }

  boolean has(long label) {
    return unread.containsKey(Label.of(label));
  }

  /** Returns what nobody asked for. */
  Map<Label, CborItem> unread() {
    return unread;
  }

  private CborItem take(long label, String name) throws DecodingException {
    CborItem item = unread.remove(Label.of(label));
    if (item == null) {
      throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, path, name + " missing");
    }
    return item;
  }

  /** Takes a registry number, where a text is legal and never supported. */
  long takeNumber(long label, String name) throws DecodingException {
    CborItem item = take(label, name);
    if (item instanceof CborText) {
      throw fail(Reason.UNSUPPORTED, label, "text " + name);
    }
    if (!(item instanceof CborInteger integer)) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, label, name + " is no integer");
    }
    if (!integer.fitsLong()) {
      throw fail(Reason.INVALID_VALUE, label, name + " is beyond 64 bits");
    }
    return integer.longValue();
  }

  /** Takes a registry entry that may be a text. */
  @Nullable Label takeOptionalLabel(long label, String name) throws DecodingException {
    return has(label) ? labelOf(take(label, name), label, name) : null;
  }

  private Label labelOf(CborItem item, long label, String name) throws DecodingException {
    if (item instanceof CborText text) {
      return Label.of(text.value());
    }
    if (item instanceof CborInteger integer) {
      return Label.of(integer.value());
    }
    throw fail(Reason.UNEXPECTED_STRUCTURE, label, name + " is neither integer nor text");
  }

  List<Label> takeOptionalLabels(long label, String name) throws DecodingException {
    List<Label> labels = new ArrayList<>();
    if (!has(label)) {
      return labels;
    }
    if (!(take(label, name) instanceof CborArray array)) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, label, name + " is no array");
    }
    for (CborItem item : array.items()) {
      labels.add(labelOf(item, label, name));
    }
    if (labels.isEmpty()) {
      throw fail(Reason.INVALID_VALUE, label, name + " is empty");
    }
    return labels;
  }

  @Nullable Bytes takeOptionalBytes(long label, String name) throws DecodingException {
    return has(label) ? takeBytes(label, name) : null;
  }

  Bytes takeBytes(long label, String name) throws DecodingException {
    if (take(label, name) instanceof CborBytes bytes) {
      return bytes.value();
    }
    throw fail(Reason.UNEXPECTED_STRUCTURE, label, name + " is no byte string");
  }

  Bytes takeBytes(long label, String name, int size) throws DecodingException {
    Bytes bytes = takeBytes(label, name);
    if (bytes.size() != size) {
      throw fail(
          Reason.INVALID_VALUE, label, name + " has " + bytes.size() + " bytes, not " + size);
    }
    return bytes;
  }

  /** Takes a number of RSA, which has no leading zeros. */
  BigInteger takeShortest(long label, String name) throws DecodingException {
    Bytes bytes = takeBytes(label, name);
    if (!bytes.isEmpty() && bytes.at(0) == 0) {
      findings.deviation(
          CoseLeniencies.RSA_LEADING_ZERO,
          Reason.INVALID_VALUE,
          path + "/" + label,
          name + " has a leading zero (RSA_LEADING_ZERO)");
    }
    return Unsigned.value(bytes);
  }

  Optional<Boolean> takeIfBoolean(long label) {
    Label key = Label.of(label);
    CborItem item = unread.get(key);
    if (CborSimple.TRUE.equals(item) || CborSimple.FALSE.equals(item)) {
      unread.remove(key);
      return Optional.of(CborSimple.TRUE.equals(item));
    }
    return Optional.empty();
  }

  DecodingException fail(Reason reason, long label, String detail) {
    return DecodingException.of(reason, path + "/" + label, detail);
  }

  DecodingException fail(Reason reason, String code, long label, String detail) {
    return DecodingException.of(reason, code, path + "/" + label, detail);
  }

  /** Returns what {@code constructor} makes of the member, or fails there. */
  <T> T build(long label, Supplier<T> constructor) throws DecodingException {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw fail(Reason.INVALID_VALUE, label, String.valueOf(e.getMessage()));
    }
  }

  void acceptUnknownType(long keyType) throws DecodingException {
    findings.deviation(
        CoseLeniencies.UNKNOWN_KEY_TYPE,
        Reason.UNSUPPORTED,
        path + "/" + CoseKeyCodec.KTY,
        "kty " + keyType + " is not known (UNKNOWN_KEY_TYPE)");
  }
}
