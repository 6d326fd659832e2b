package org.rats4j.corim.template;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.corim.comid.IntegrityRegisters;

/** Integrity registers: digests by the number or text of each. */
final class RegistersText {
  private static final String TEXT_PREFIX = "text:";

  private RegistersText() {}

  static IntegrityRegisters read(TemplateReader in) throws DecodingException {
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

  /** A text that is a number, or begins like the mark of a text, gets the mark. */
  static void write(TemplateWriter out, IntegrityRegisters registers) {
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
}
