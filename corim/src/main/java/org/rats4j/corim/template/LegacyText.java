package org.rats4j.corim.template;

import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.comid.Flags;
import org.rats4j.corim.comid.UnknownChoice;

/**
 * Choices under tags that CoRIM does not know, and what only the first version of the dialect has.
 */
final class LegacyText {
  private static final long PSA_IMPLEMENTATION_ID = 600;
  private static final long PSA_REFERENCE_VALUE_ID = 601;
  private static final long CCA_PLATFORM_CONFIGURATION_ID = 602;

  private LegacyText() {}

  static boolean isUnknownChoice(String type) {
    return switch (type) {
      case "cbor-tag", "psa.impl-id", "psa.refval-id", "cca.platform-config-id" -> true;
      default -> false;
    };
  }

  static @Nullable UnknownChoice readUnknownChoice(Typed.Header header, TemplateReader in)
      throws DecodingException {
    return switch (header.type()) {
      case "cbor-tag" -> readTag(in.required(header.tag(), "tag"), in);
      case "psa.impl-id" ->
          legacy(in, PSA_IMPLEMENTATION_ID, new CborWriter().writeBytes(in.bytes()).toBytes());
      case "psa.refval-id" -> legacy(in, PSA_REFERENCE_VALUE_ID, readReferenceValueId(in));
      case "cca.platform-config-id" ->
          legacy(
              in, CCA_PLATFORM_CONFIGURATION_ID, new CborWriter().writeText(in.text()).toBytes());
      default -> null;
    };
  }

  private static UnknownChoice readTag(long tag, TemplateReader in) throws DecodingException {
    Bytes content = ExtensionText.cbor(in).encode();
    if (tag >= PSA_IMPLEMENTATION_ID && tag <= CCA_PLATFORM_CONFIGURATION_ID) {
      return legacy(in, tag, content);
    }
    return in.build(() -> new UnknownChoice(tag, content));
  }

  private static UnknownChoice legacy(TemplateReader in, long tag, Bytes content)
      throws DecodingException {
    in.legacy("tag " + tag);
    return new UnknownChoice(tag, content);
  }

  private static Bytes readReferenceValueId(TemplateReader in) throws DecodingException {
    String label = null;
    String version = null;
    Bytes signerId = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "label" -> label = in.text();
        case "version" -> version = in.text();
        case "signer-id" -> signerId = in.bytes();
        default -> in.unknownMember("psa.refval-id");
      }
    }
    in.endObject();
    CborWriter out = new CborWriter().startMap();
    if (label != null) {
      out.writeInt(1).writeText(label);
    }
    if (version != null) {
      out.writeInt(4).writeText(version);
    }
    out.writeInt(5).writeBytes(in.required(signerId, "signer-id"));
    return out.endMap().toBytes();
  }

  static void write(TemplateWriter out, UnknownChoice choice) {
    out.startObject().writeName("type").writeText("cbor-tag").writeName("tag");
    CommonText.writeUnsigned(out, choice.tag());
    out.writeName("value");
    Base64Text.write(out, choice.content());
    out.endObject();
  }

  /** Reads the list of operational flags that stood in place of flags. */
  static Flags readOperationalFlags(TemplateReader in) throws DecodingException {
    Flags flags = Flags.NONE;
    for (String name : in.anyList(TemplateReader::text)) {
      flags =
          switch (name) {
            case "notConfigured" -> flags.with(Flags.IS_CONFIGURED, false);
            case "notSecure" -> flags.with(Flags.IS_SECURE, false);
            case "recovery" -> flags.with(Flags.IS_RECOVERY, true);
            case "debug" -> flags.with(Flags.IS_DEBUG, true);
            default -> throw in.fail(Reason.INVALID_VALUE, "unknown operational flag");
          };
    }
    in.legacy("op-flags");
    return flags;
  }
}
