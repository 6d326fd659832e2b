package org.rats4j.corim.template;

import org.rats4j.core.DecodingException;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;

/** Environments and their classes. */
final class EnvironmentText {
  private EnvironmentText() {}

  static Environment read(TemplateReader in) throws DecodingException {
    Environment.Builder environment = Environment.builder();
    RawEntries.Builder unknown = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "class" -> environment.environmentClass(readClass(in));
        case "instance" -> environment.instance(ChoiceText.readInstance(in));
        case "group" -> environment.group(ChoiceText.readGroup(in));
        default -> ExtensionText.readInClosed(in, name, "environment", 2, unknown);
      }
    }
    in.endObject();
    return in.build(() -> environment.unknown(unknown.build()).build());
  }

  private static EnvironmentClass readClass(TemplateReader in) throws DecodingException {
    EnvironmentClass.Builder builder = EnvironmentClass.builder();
    RawEntries.Builder unknown = RawEntries.builder();
    boolean vendor = false;
    boolean model = false;
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "id" -> builder.id(ChoiceText.readClassId(in));
        case "vendor" -> {
          builder.vendor(in.text());
          vendor = true;
        }
        case "model" -> {
          builder.model(in.text());
          model = true;
        }
        case "layer" -> builder.layer(in.unsigned());
        case "index" -> builder.index(in.unsigned());
        default -> ExtensionText.readInClosed(in, name, "class", 4, unknown);
      }
    }
    in.endObject();
    if (model && !vendor) {
      in.deviation(CorimLeniencies.MODEL_WITHOUT_VENDOR, "model without vendor");
      builder.allowModelWithoutVendor();
    }
    return in.build(() -> builder.unknown(unknown.build()).build());
  }

  static void write(TemplateWriter out, Environment environment) {
    out.startObject();
    environment.environmentClass().ifPresent(value -> write(out.writeName("class"), value));
    environment.instance().ifPresent(value -> ChoiceText.write(out.writeName("instance"), value));
    environment.group().ifPresent(value -> ChoiceText.write(out.writeName("group"), value));
    ExtensionText.write(out, environment.unknown());
    out.endObject();
  }

  private static void write(TemplateWriter out, EnvironmentClass value) {
    out.startObject();
    value.id().ifPresent(id -> ChoiceText.write(out.writeName("id"), id));
    value.vendor().ifPresent(text -> out.writeName("vendor").writeText(text));
    value.model().ifPresent(text -> out.writeName("model").writeText(text));
    value.layer().ifPresent(number -> CommonText.writeUnsigned(out.writeName("layer"), number));
    value.index().ifPresent(number -> CommonText.writeUnsigned(out.writeName("index"), number));
    ExtensionText.write(out, value.unknown());
    out.endObject();
  }
}
