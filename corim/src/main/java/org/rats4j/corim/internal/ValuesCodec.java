package org.rats4j.corim.internal;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagId;
import org.rats4j.corim.comid.Flags;
import org.rats4j.corim.comid.IntRange;
import org.rats4j.corim.comid.IntegrityRegisters;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.RawValue;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Version;

/** Measured values by code point. */
final class ValuesCodec {
  private static final String MVAL = "mval";
  private static final int RESERVED = 12;

  private static final Set<Label> SCHEMES =
      Set.of(
          Version.MULTIPART_NUMERIC,
          Version.MULTIPART_NUMERIC_SUFFIX,
          Version.ALPHANUMERIC,
          Version.DECIMAL,
          Version.BINARY,
          Version.SEMVER);

  private ValuesCodec() {}

  static MeasurementValues read(Source in) throws DecodingException {
    MeasurementValues.Builder values = MeasurementValues.builder();
    RawValue rawValue = null;
    Bytes mask = null;
    in.startMap(MVAL);
    while (in.hasNext()) {
      int key = in.key();
      switch (key) {
        case MeasurementValues.VERSION -> values.version(version(in));
        case MeasurementValues.SVN -> values.svn(svn(in));
        case MeasurementValues.DIGESTS -> values.digests(Digests.list(in));
        case MeasurementValues.FLAGS -> flags(in, values);
        case MeasurementValues.RAW_VALUE -> {
          rawValue = ChoiceCodec.rawValue(in);
          values.rawValue(rawValue);
        }
        case MeasurementValues.RAW_VALUE_MASK -> {
          mask = in.cbor().readBytes();
          values.rawValueMask(mask);
        }
        case MeasurementValues.MAC_ADDRESS -> {
          Bytes address = in.cbor().readBytes();
          in.cbor().build(() -> values.macAddress(address));
        }
        case MeasurementValues.IP_ADDRESS -> {
          Bytes address = in.cbor().readBytes();
          in.cbor().build(() -> values.ipAddress(address));
        }
        case MeasurementValues.SERIAL_NUMBER -> values.serialNumber(in.text());
        case MeasurementValues.UEID -> values.ueid(in.cbor().readBytes(7, 33));
        case MeasurementValues.UUID -> values.uuid(ChoiceCodec.bareUuid(in));
        case MeasurementValues.NAME -> values.name(in.text());
        case RESERVED ->
            throw in.fail(
                Reason.UNEXPECTED_STRUCTURE, CorimCodes.RESERVED_KEY, "key 12 is reserved");
        case MeasurementValues.CRYPTO_KEYS -> values.cryptoKeys(ChoiceCodec.keys(in));
        case MeasurementValues.INTEGRITY_REGISTERS -> values.integrityRegisters(registers(in));
        case MeasurementValues.INT_RANGE -> values.intRange(intRange(in));
        case MeasurementValues.PSA_CERTIFICATE_NUMBER -> {
          String number = in.text();
          in.cbor().build(() -> values.psaCertificateNumber(number));
        }
        default -> in.openMapEntry(ExtensionPlace.MEASUREMENT_VALUES);
      }
    }
    values.extensions(in.endMap());
    checkMask(in, rawValue, mask);
    return values.build();
  }

  private static void checkMask(Source in, @Nullable RawValue value, @Nullable Bytes mask)
      throws DecodingException {
    if (mask == null) {
      return;
    }
    if (!(value instanceof TaggedBytes bytes)) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE,
          CorimCodes.MASK_WITHOUT_VALUE,
          "raw-value-mask is not beside tagged bytes");
    }
    if (mask.size() != bytes.value().size()) {
      in.warn(CorimCodes.MASK_LENGTH, "mask is not as long as its value");
    }
  }

  private static Version version(Source in) throws DecodingException {
    String text = null;
    Label scheme = null;
    in.startMap("version");
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> text = in.text();
        case 1 -> scheme = scheme(in);
        default -> in.closedMapEntry("version");
      }
    }
    String found = in.required(text, 0, "version");
    Version version = scheme == null ? Version.of(found) : Version.of(found, scheme);
    return version.withUnknown(in.endMap());
  }

  private static Label scheme(Source in) throws DecodingException {
    Label scheme = in.integerOrText("version-scheme");
    if (scheme instanceof Label.OfInteger && !SCHEMES.contains(scheme)) {
      in.warn(CorimCodes.UNKNOWN_REGISTRY_VALUE, "unknown version-scheme " + scheme);
    }
    return scheme;
  }

  private static Svn svn(Source in) throws DecodingException {
    Svn.Form form = Svn.Form.PLAIN;
    if (in.cbor().tryTag(Svn.EXACT_TAG)) {
      form = Svn.Form.EXACT;
    } else if (in.cbor().tryTag(Svn.MINIMUM_TAG)) {
      form = Svn.Form.MINIMUM;
    }
    return new Svn(form, in.unsigned("svn"));
  }

  private static void flags(Source in, MeasurementValues.Builder values) throws DecodingException {
    Flags flags = Flags.NONE;
    int entries = in.startAnyMap();
    while (in.hasNext()) {
      int key = in.key();
      if (key >= 0 && key < Flags.COUNT) {
        flags = flags.with(key, in.cbor().readBoolean());
      } else {
        if (in.cbor().peekType() != CborType.BOOLEAN) {
          in.cbor().skip();
          throw in.fail(Reason.UNEXPECTED_STRUCTURE, "flag is neither true nor false");
        }
        in.openMapEntry(ExtensionPlace.FLAGS);
      }
    }
    RawEntries extensions = in.endMap();
    if (entries == 0) {
      in.deviation(CorimLeniencies.EMPTY_FLAGS_MAP, Reason.UNEXPECTED_STRUCTURE, "flags are empty");
      values.allowEmptyFlags();
    }
    values.flags(flags.withExtensions(extensions));
  }

  private static IntegrityRegisters registers(Source in) throws DecodingException {
    Map<Label, List<Digest>> registers = new LinkedHashMap<>();
    if (in.cbor().startMap() == 0) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, CorimCodes.EMPTY, "integrity-registers are empty");
    }
    while (in.hasNext()) {
      Label name = in.cbor().readLabel();
      registers.put(name, Digests.list(in));
    }
    in.cbor().endMap();
    return in.cbor().build(() -> new IntegrityRegisters(registers));
  }

  private static IntRange intRange(Source in) throws DecodingException {
    if (in.isInteger()) {
      return IntRange.of(in.integer("int-range"));
    }
    if (!in.cbor().tryTag(IntRange.TAG)) {
      in.cbor().skip();
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "int-range is neither integer nor range");
    }
    in.cbor().startArray(2);
    BigInteger min = in.cbor().tryNull() ? null : in.integer("bound");
    BigInteger max = in.cbor().tryNull() ? null : in.integer("bound");
    in.cbor().endArray();
    IntRange range = range(min, max);
    if (range.isEmpty()) {
      in.warn(CorimCodes.EMPTY_RANGE, "lower bound is above the upper one");
    }
    return range;
  }

  private static IntRange range(@Nullable BigInteger min, @Nullable BigInteger max) {
    if (min == null) {
      return max == null ? IntRange.all() : IntRange.upTo(max);
    }
    return max == null ? IntRange.from(min) : IntRange.between(min, max);
  }

  static void write(MeasurementValues values, CborWriter out) {
    out.startMap();
    values.version().ifPresent(version -> write(version, out.writeInt(0)));
    values.svn().ifPresent(svn -> write(svn, out.writeInt(1)));
    if (!values.digests().isEmpty()) {
      Digests.write(values.digests(), out.writeInt(2));
    }
    values.flags().ifPresent(flags -> write(flags, out.writeInt(3)));
    values.rawValue().ifPresent(value -> value.write(out.writeInt(4)));
    values.rawValueMask().ifPresent(mask -> out.writeInt(5).writeBytes(mask));
    values.macAddress().ifPresent(address -> out.writeInt(6).writeBytes(address));
    values.ipAddress().ifPresent(address -> out.writeInt(7).writeBytes(address));
    values.serialNumber().ifPresent(number -> out.writeInt(8).writeText(number));
    values.ueid().ifPresent(ueid -> out.writeInt(9).writeBytes(ueid));
    values.uuid().ifPresent(uuid -> TagId.of(uuid).write(out.writeInt(10)));
    values.name().ifPresent(name -> out.writeInt(11).writeText(name));
    if (!values.cryptoKeys().isEmpty()) {
      ChoiceCodec.write(values.cryptoKeys(), out.writeInt(13));
    }
    values.integrityRegisters().ifPresent(registers -> write(registers, out.writeInt(14)));
    values.intRange().ifPresent(range -> write(range, out.writeInt(15)));
    values.psaCertificateNumber().ifPresent(number -> out.writeInt(100).writeText(number));
    values.extensions().write(out);
    out.endMap();
  }

  private static void write(Version version, CborWriter out) {
    out.startMap();
    out.writeInt(0).writeText(version.version());
    version.scheme().ifPresent(scheme -> out.writeInt(1).writeLabel(scheme));
    version.unknown().write(out);
    out.endMap();
  }

  private static void write(Svn svn, CborWriter out) {
    if (svn.form() != Svn.Form.PLAIN) {
      out.writeTag(svn.isMinimum() ? Svn.MINIMUM_TAG : Svn.EXACT_TAG);
    }
    Unsigned.write(svn.value(), out);
  }

  private static void write(Flags flags, CborWriter out) {
    out.startMap();
    for (int flag : flags.known()) {
      out.writeInt(flag).writeBoolean(flags.get(flag).orElseThrow());
    }
    flags.extensions().write(out);
    out.endMap();
  }

  private static void write(IntegrityRegisters registers, CborWriter out) {
    out.startMap(registers.registers().size());
    registers.registers().forEach((name, digests) -> Digests.write(digests, out.writeLabel(name)));
  }

  private static void write(IntRange range, CborWriter out) {
    if (range.isSingle()) {
      out.writeInteger(range.min().orElseThrow());
      return;
    }
    out.writeTag(IntRange.TAG).startArray(2);
    range.min().ifPresentOrElse(out::writeInteger, out::writeNull);
    range.max().ifPresentOrElse(out::writeInteger, out::writeNull);
  }
}
