package org.rats4j.corim.template;

import java.math.BigInteger;
import java.util.Map;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.json.JsonType;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.comid.Version;

/** The version of a measurement, and the name of its scheme. */
final class VersionText {
  private static final Map<String, Label> SCHEMES =
      Map.of(
          "multipartnumeric", Version.MULTIPART_NUMERIC,
          "multipartnumeric+suffix", Version.MULTIPART_NUMERIC_SUFFIX,
          "alphanumeric", Version.ALPHANUMERIC,
          "decimal", Version.DECIMAL,
          "semver", Version.SEMVER);

  private VersionText() {}

  static Version read(TemplateReader in) throws DecodingException {
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

  static void write(TemplateWriter out, Version version) {
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
}
