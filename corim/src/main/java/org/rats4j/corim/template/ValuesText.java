package org.rats4j.corim.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.json.JsonType;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.comid.Flags;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Svn;

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

  private ValuesText() {}

  static MeasurementValues read(TemplateReader in) throws DecodingException {
    MeasurementValues.Builder values = MeasurementValues.builder();
    RawEntries.Builder extensions = RawEntries.builder();
    Flags flags = null;
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "version" -> values.version(VersionText.read(in));
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
        case "integrity-registers" -> values.integrityRegisters(RegistersText.read(in));
        case "int-range" -> values.intRange(IntRangeText.read(in));
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

  static void write(TemplateWriter out, MeasurementValues values) {
    out.startObject();
    values.version().ifPresent(value -> VersionText.write(out.writeName("version"), value));
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
        .ifPresent(value -> RegistersText.write(out.writeName("integrity-registers"), value));
    values.intRange().ifPresent(value -> IntRangeText.write(out.writeName("int-range"), value));
    values
        .psaCertificateNumber()
        .ifPresent(value -> out.writeName("psa-cert-num").writeText(value));
    ExtensionText.write(out, ExtensionPlace.MEASUREMENT_VALUES, values.extensions());
    out.endObject();
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
}
