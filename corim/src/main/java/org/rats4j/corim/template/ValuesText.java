package org.rats4j.corim.template;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.json.JsonType;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.comid.Flags;
import org.rats4j.corim.comid.IntRange;
import org.rats4j.corim.comid.IntegrityRegisters;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.Version;

/** The values of a measurement. */
final class ValuesText {
  private static final NameTable FLAGS =
      NameTable.of(
          0,
          "is-configured",
          "is-secure",
          "is-recovery",
          "is-debug",
          "is-replay-protected",
          "is-integrity-protected",
          "is-runtime-meas",
          "is-immutable",
          "is-tcb",
          "is-confidentiality-protected",
          "is-runtime-updatable");

  private static final Map<String, Label> SCHEMES =
      Map.of(
          "multipartnumeric", Version.MULTIPART_NUMERIC,
          "multipartnumeric+suffix", Version.MULTIPART_NUMERIC_SUFFIX,
          "alphanumeric", Version.ALPHANUMERIC,
          "decimal", Version.DECIMAL,
          "semver", Version.SEMVER);

  private static final String TEXT_PREFIX = "text:";

  private ValuesText() {}

  static MeasurementValues read(TemplateReader in) throws DecodingException {
    MeasurementValues.Builder values = MeasurementValues.builder();
    RawEntries.Builder extensions = RawEntries.builder();
    Flags flags = null;
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "version" -> values.version(readVersion(in));
        case "svn" -> values.svn(readSvn(in));
        case "digests" -> {
          List<Digest> digests = DigestText.readList(in);
          in.build(() -> values.digests(digests));
        }
        case "flags" -> flags = in.once(flags, readFlags(in, values));
        case "op-flags" -> {
          flags = in.once(flags, LegacyText.readOperationalFlags(in));
          values.flags(flags).allowEmptyFlags();
        }
        case "raw-value" -> values.rawValue(ChoiceText.readRawValue(in));
        case "raw-value-mask" -> values.rawValueMask(in.bytes());
        case "mac-addr" -> {
          String text = in.text();
          in.build(() -> values.macAddress(AddressText.ofMac(text)));
        }
        case "ip-addr" -> {
          String text = in.text();
          in.build(() -> values.ipAddress(AddressText.ofIp(text)));
        }
        case "serial-number" -> values.serialNumber(in.text());
        case "ueid" -> {
          Bytes ueid = in.bytes();
          in.build(() -> values.ueid(ueid));
        }
        case "uuid" -> values.uuid(in.uuid());
        case "name" -> values.name(in.text());
        case "cryptokeys" -> values.cryptoKeys(in.list(ChoiceText::readCryptoKey));
        case "integrity-registers" -> values.integrityRegisters(readRegisters(in));
        case "int-range" -> values.intRange(readRange(in));
        case "psa-cert-num" -> {
          String number = in.text();
          in.build(() -> values.psaCertificateNumber(number));
        }
        case "100" -> in.unknownMember("value");
        default ->
            ExtensionText.read(
                in,
                name,
                ExtensionPlace.MEASUREMENT_VALUES,
                MeasurementValues.INT_RANGE,
                extensions);
      }
    }
    in.endObject();
    return in.build(() -> values.extensions(extensions.build()).build());
  }

  private static Version readVersion(TemplateReader in) throws DecodingException {
    String text = null;
    Label scheme = null;
    RawEntries.Builder unknown = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "value" -> text = in.text();
        case "scheme" -> scheme = readScheme(in);
        default -> ExtensionText.readInClosed(in, name, "version", 1, unknown);
      }
    }
    in.endObject();
    String version = in.required(text, "value");
    return (scheme == null ? Version.of(version) : Version.of(version, scheme))
        .withUnknown(unknown.build());
  }

  private static Label readScheme(TemplateReader in) throws DecodingException {
    if (in.peekType() == JsonType.NUMBER) {
      BigInteger number = in.integer();
      return in.build(() -> Label.of(number));
    }
    if (in.peekType() == JsonType.OBJECT) {
      return Label.of(Typed.text(in));
    }
    String name = in.text();
    return SCHEMES.getOrDefault(name, Label.of(name));
  }

  private static Svn readSvn(TemplateReader in) throws DecodingException {
    if (in.peekType() == JsonType.NUMBER) {
      return Svn.of(in.unsigned());
    }
    return Typed.read(
        in,
        (header, value) ->
            switch (header.type()) {
              case "exact-value" -> new Svn(Svn.Form.EXACT, value.unsigned());
              case "min-value" -> Svn.minimum(value.unsigned());
              default -> null;
            });
  }

  private static Flags readFlags(TemplateReader in, MeasurementValues.Builder values)
      throws DecodingException {
    Flags flags = Flags.NONE;
    RawEntries.Builder extensions = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      @Nullable Long flag = FLAGS.number(name);
      if (flag != null) {
        flags = flags.with(flag.intValue(), in.bool());
      } else {
        ExtensionText.read(in, name, ExtensionPlace.FLAGS, Flags.COUNT - 1, extensions);
      }
    }
    in.endObject();
    Flags named = flags;
    flags = in.build(() -> named.withExtensions(extensions.build()));
    if (flags.isEmpty()) {
      in.deviation(CorimLeniencies.EMPTY_FLAGS_MAP, "flags are empty");
      values.allowEmptyFlags();
    }
    values.flags(flags);
    return flags;
  }

  private static IntegrityRegisters readRegisters(TemplateReader in) throws DecodingException {
    Map<Label, List<Digest>> registers = new LinkedHashMap<>();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      Register register = readRegister(in);
      Label label = label(in, name, register.type());
      if (registers.put(label, register.digests()) != null) {
        throw in.fail(Reason.DUPLICATE_KEY, "register stands twice");
      }
    }
    in.endObject();
    return in.build(() -> new IntegrityRegisters(registers));
  }

  private record Register(String type, List<Digest> digests) {}

  private static Register readRegister(TemplateReader in) throws DecodingException {
    String type = null;
    List<Digest> digests = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        // The tools of the dialect write the second name of each.
        case "key-type", "key_type" -> type = in.once(type, in.text());
        case "value", "Value" -> digests = in.once(digests, DigestText.readList(in));
        default -> in.unknownMember("integrity register");
      }
    }
    in.endObject();
    return new Register(in.required(type, "key-type"), in.required(digests, "value"));
  }

  private static Label label(TemplateReader in, String name, String type) throws DecodingException {
    if (type.equals("text")) {
      return Label.of(name.startsWith(TEXT_PREFIX) ? name.substring(TEXT_PREFIX.length()) : name);
    }
    boolean number = name.matches("0|[1-9][0-9]{0,19}");
    if (!type.equals("uint") || !number) {
      throw in.fail(Reason.INVALID_VALUE, "register is neither uint nor text");
    }
    return in.build(() -> Label.of(new BigInteger(name)));
  }

  private static IntRange readRange(TemplateReader in) throws DecodingException {
    return Typed.read(
        in,
        (header, value) ->
            switch (header.type()) {
              case "rawIntInteger" -> {
                BigInteger number = value.integer();
                yield value.build(() -> IntRange.of(number));
              }
              case "rawIntRange" -> readBounds(value);
              default -> null;
            });
  }

  private static IntRange readBounds(TemplateReader in) throws DecodingException {
    BigInteger min = null;
    BigInteger max = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "min", "Min" -> min = in.once(min, readBound(in));
        case "max", "Max" -> max = in.once(max, readBound(in));
        default -> in.unknownMember("int-range");
      }
    }
    in.endObject();
    BigInteger from = min;
    BigInteger to = max;
    return in.build(() -> range(from, to));
  }

  private static @Nullable BigInteger readBound(TemplateReader in) throws DecodingException {
    return in.tryNull() ? null : in.integer();
  }

  private static IntRange range(@Nullable BigInteger min, @Nullable BigInteger max) {
    if (min == null) {
      return max == null ? IntRange.all() : IntRange.upTo(max);
    }
    return max == null ? IntRange.from(min) : IntRange.between(min, max);
  }

  static void write(TemplateWriter out, MeasurementValues values) {
    out.startObject();
    values.version().ifPresent(value -> write(out.writeName("version"), value));
    values.svn().ifPresent(value -> write(out.writeName("svn"), value));
    if (!values.digests().isEmpty()) {
      DigestText.writeList(out.writeName("digests"), values.digests());
    }
    values.flags().ifPresent(value -> write(out.writeName("flags"), value));
    values.rawValue().ifPresent(value -> ChoiceText.write(out.writeName("raw-value"), value));
    values
        .rawValueMask()
        .ifPresent(value -> Base64Text.write(out.writeName("raw-value-mask"), value));
    values
        .macAddress()
        .ifPresent(value -> out.writeName("mac-addr").writeText(AddressText.mac(value)));
    values
        .ipAddress()
        .ifPresent(value -> out.writeName("ip-addr").writeText(AddressText.ip(value)));
    values.serialNumber().ifPresent(value -> out.writeName("serial-number").writeText(value));
    values.ueid().ifPresent(value -> Base64Text.write(out.writeName("ueid"), value));
    values.uuid().ifPresent(value -> out.writeName("uuid").writeText(value.toString()));
    values.name().ifPresent(value -> out.writeName("name").writeText(value));
    if (!values.cryptoKeys().isEmpty()) {
      ChoiceText.writeList(out.writeName("cryptokeys"), values.cryptoKeys());
    }
    values
        .integrityRegisters()
        .ifPresent(value -> write(out.writeName("integrity-registers"), value));
    values.intRange().ifPresent(value -> write(out.writeName("int-range"), value));
    values
        .psaCertificateNumber()
        .ifPresent(value -> out.writeName("psa-cert-num").writeText(value));
    ExtensionText.write(out, ExtensionPlace.MEASUREMENT_VALUES, values.extensions());
    out.endObject();
  }

  private static void write(TemplateWriter out, Version version) {
    out.startObject().writeName("value").writeText(version.version());
    version.scheme().ifPresent(scheme -> writeScheme(out.writeName("scheme"), scheme));
    ExtensionText.write(out, version.unknown());
    out.endObject();
  }

  private static void writeScheme(TemplateWriter out, Label scheme) {
    if (scheme instanceof Label.OfText text) {
      if (SCHEMES.containsKey(text.value())) {
        Typed.writeText(out, "text", text.value());
      } else {
        out.writeText(text.value());
      }
      return;
    }
    for (Map.Entry<String, Label> known : SCHEMES.entrySet()) {
      if (known.getValue().equals(scheme)) {
        out.writeText(known.getKey());
        return;
      }
    }
    out.writeInteger(((Label.OfInteger) scheme).value());
  }

  private static void write(TemplateWriter out, Svn svn) {
    switch (svn.form()) {
      case PLAIN -> CommonText.writeUnsigned(out, svn.value());
      case EXACT -> Typed.write(out, "exact-value", o -> CommonText.writeUnsigned(o, svn.value()));
      case MINIMUM -> Typed.write(out, "min-value", o -> CommonText.writeUnsigned(o, svn.value()));
    }
  }

  private static void write(TemplateWriter out, Flags flags) {
    out.startObject();
    for (int flag : flags.known()) {
      out.writeName(FLAGS.name(flag)).writeBoolean(flags.get(flag).orElseThrow());
    }
    ExtensionText.write(out, ExtensionPlace.FLAGS, flags.extensions());
    out.endObject();
  }

  /** A text that is a number, or begins like the mark of a text, gets the mark. */
  private static void write(TemplateWriter out, IntegrityRegisters registers) {
    out.startObject();
    registers
        .registers()
        .forEach(
            (name, digests) -> {
              boolean text = name instanceof Label.OfText;
              boolean marked = text && name.toString().matches("(?s)[0-9]+|text:.*");
              out.writeName((marked ? TEXT_PREFIX : "") + name);
              out.startObject().writeName("key-type").writeText(text ? "text" : "uint");
              DigestText.writeList(out.writeName("value"), digests);
              out.endObject();
            });
    out.endObject();
  }

  private static void write(TemplateWriter out, IntRange range) {
    if (range.isSingle()) {
      Typed.write(out, "rawIntInteger", o -> o.writeInteger(range.min().orElseThrow()));
      return;
    }
    Typed.write(
        out,
        "rawIntRange",
        o -> {
          o.startObject();
          range.min().ifPresent(bound -> o.writeName("min").writeInteger(bound));
          range.max().ifPresent(bound -> o.writeName("max").writeInteger(bound));
          o.endObject();
        });
  }
}
