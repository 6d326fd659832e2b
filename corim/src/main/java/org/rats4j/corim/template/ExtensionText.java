package org.rats4j.corim.template;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborSimple;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.ExtensionKey;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.RawEntries;

/**
 * Entries that have no name: their number in decimal, and an integer, a text or a boolean as it is;
 * any other value as {@code {"type": "cbor", "value": base64}}.
 */
final class ExtensionText {
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,19}");

  private ExtensionText() {}

  /**
   * Reads the member {@code name} of an object that is open for extensions.
   *
   * @param last the last number that has a name and cannot be an extension
   */
  static void read(
      TemplateReader in, String name, ExtensionPlace place, int last, RawEntries.Builder entries)
      throws DecodingException {
    ExtensionKey<?> key = in.profile().flatMap(profile -> profile.key(place, name)).orElse(null);
    if (key != null) {
      put(in, key.label(), decode(readNamed(in, key)), entries);
    } else if (isExtension(name, last)) {
      Label label = Label.of(new BigInteger(name));
      CborItem value = readItem(in);
      if (in.profile().flatMap(profile -> profile.key(place, label)).isPresent()) {
        put(in, label, value, entries);
      } else {
        entries.put(label, value);
      }
    } else {
      in.unknownMember(place.mapName());
    }
  }

  /** Keeps an entry that its name or its number may bring. */
  private static void put(
      TemplateReader in, Label label, CborItem value, RawEntries.Builder entries)
      throws DecodingException {
    if (entries.contains(label)) {
      throw in.twice();
    }
    entries.put(label, value);
  }

  private static <T> Bytes readNamed(TemplateReader in, ExtensionKey<T> key)
      throws DecodingException {
    CborWriter out = new CborWriter();
    key.codec().writeCbor(key.codec().readJson(in.json()), out);
    return out.toBytes();
  }

  private static boolean isExtension(String name, int last) {
    if (!NUMBER.matcher(name).matches()) {
      return false;
    }
    BigInteger number = new BigInteger(name);
    boolean named = number.signum() >= 0 && number.compareTo(BigInteger.valueOf(last)) <= 0;
    return !named && number.bitLength() <= Long.SIZE;
  }

  /** Reads the member {@code name} of an object that is closed. */
  static void readInClosed(
      TemplateReader in, String name, String object, int last, RawEntries.Builder entries)
      throws DecodingException {
    if (!in.allows(CorimLeniencies.UNKNOWN_KEY_IN_CLOSED_MAP) || !isExtension(name, last)) {
      in.unknownMember(object);
      return;
    }
    entries.put(Label.of(new BigInteger(name)), readItem(in));
    in.deviation(CorimLeniencies.UNKNOWN_KEY_IN_CLOSED_MAP, "unknown key in " + object);
  }

  private static CborItem readItem(TemplateReader in) throws DecodingException {
    return switch (in.peekType()) {
      case NUMBER -> readInteger(in);
      case STRING -> new CborText(in.text());
      case BOOLEAN -> in.bool() ? CborSimple.TRUE : CborSimple.FALSE;
      default ->
          Typed.read(in, (header, value) -> header.type().equals("cbor") ? cbor(value) : null);
    };
  }

  private static CborItem readInteger(TemplateReader in) throws DecodingException {
    JsonNumber number = in.number();
    if (!number.isInteger()) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "integer expected");
    }
    return in.build(() -> new CborInteger(number.value().toBigIntegerExact()));
  }

  /** Reads an item in base64. */
  static CborItem cbor(TemplateReader in) throws DecodingException {
    Bytes bytes = in.bytes();
    try {
      return CborItem.decode(bytes, CorimOptions.STRICT);
    } catch (DecodingException e) {
      throw in.fail(e.reason(), e.code(), "value is not one CBOR item");
    }
  }

  /** Writes the members for {@code entries}, of which the profile may name some. */
  static void write(TemplateWriter out, ExtensionPlace place, RawEntries entries) {
    for (Label label : entries.keys()) {
      ExtensionKey<?> key =
          out.profile().flatMap(profile -> profile.key(place, label)).orElse(null);
      Bytes raw = entries.get(label).orElseThrow();
      if (key == null || !writeNamed(out, key, raw)) {
        write(out, label, raw);
      }
    }
  }

  /** Writes a value that its codec reads, and would write in the same bytes. */
  private static <T> boolean writeNamed(TemplateWriter out, ExtensionKey<T> key, Bytes raw) {
    T value;
    try {
      value = key.codec().readCbor(CborReader.of(raw, CorimOptions.STRICT, key.name()));
    } catch (DecodingException e) {
      return false;
    }
    CborWriter again = new CborWriter();
    key.codec().writeCbor(value, again);
    if (!again.toBytes().equals(raw)) {
      return false;
    }
    key.codec().writeJson(value, out.writeName(key.name()).json());
    return true;
  }

  /** Writes the members for {@code entries}. */
  static void write(TemplateWriter out, RawEntries entries) {
    for (Label key : entries.keys()) {
      write(out, key, entries.get(key).orElseThrow());
    }
  }

  private static void write(TemplateWriter out, Label key, Bytes raw) {
    if (key instanceof Label.OfText) {
      throw new IllegalArgumentException("an extension with a text as key has no JSON form");
    }
    out.writeName(key.toString());
    writeItem(out, raw);
  }

  private static void writeItem(TemplateWriter out, Bytes raw) {
    CborItem item = decode(raw);
    if (item instanceof CborInteger integer) {
      out.writeInteger(integer.value());
    } else if (item instanceof CborText text) {
      out.writeText(text.value());
    } else if (item.equals(CborSimple.TRUE) || item.equals(CborSimple.FALSE)) {
      out.writeBoolean(item.equals(CborSimple.TRUE));
    } else {
      Typed.write(out, "cbor", o -> Base64Text.write(o, raw));
    }
  }

  private static CborItem decode(Bytes raw) {
    try {
      return CborItem.decode(raw, CorimOptions.STRICT.toBuilder().depth(512).tags(512).build());
    } catch (DecodingException e) {
      throw new IllegalStateException("raw entries hold whole items", e);
    }
  }
}
