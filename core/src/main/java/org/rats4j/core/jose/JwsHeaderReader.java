package org.rats4j.core.jose;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/**
 * Reads one header and checks what RFC 7515 says of its members. Base64 is strict here whatever the
 * options are: a leniency is about claims, not about what is signed.
 */
final class JwsHeaderReader {
  /** Names that crit must not have, since RFC 7515 defines them (section 4.1.11). */
  private static final Set<String> NEVER_CRITICAL =
      Set.of("alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit");

  /** Names that count only where they are protected, and the code of that rule. */
  private static final Map<String, String> ONLY_PROTECTED =
      Map.of(
          "alg", CoreCodes.ALG, "crit", CoreCodes.CRIT, "b64", Reason.UNEXPECTED_STRUCTURE.name());

  private final JsonReader in;
  private final Map<String, JsonValue> members = new LinkedHashMap<>();
  private List<String> critical = List.of();
  private List<Bytes> certificateChain = List.of();
  private @Nullable Bytes certificateSha256;

  private JwsHeaderReader(JsonReader in) {
    this.in = in;
  }

  static JwsHeader readProtected(JsonReader in) throws DecodingException {
    JwsHeader header = new JwsHeaderReader(in).read();
    String name =
        header
            .algorithmName()
            .orElseThrow(
                () -> in.fail(Reason.UNEXPECTED_STRUCTURE, CoreCodes.ALG, "header without alg"));
    if (name.equalsIgnoreCase("none")) {
      throw DecodingException.of(
          Reason.INVALID_VALUE, CoreCodes.ALG, in.path() + "/alg", "alg none");
    }
    for (String critical : header.critical()) {
      if (header.get(critical).isEmpty()) {
        throw in.fail(
            Reason.INVALID_VALUE, CoreCodes.CRIT, "crit names a member that the header lacks");
      }
    }
    return header;
  }

  static JwsHeader readUnprotected(JsonReader in) throws DecodingException {
    JwsHeader header = new JwsHeaderReader(in).read();
    for (Map.Entry<String, String> only : ONLY_PROTECTED.entrySet()) {
      if (header.get(only.getKey()).isPresent()) {
        throw in.fail(
            Reason.UNEXPECTED_STRUCTURE, only.getValue(), only.getKey() + " is not protected");
      }
    }
    return header;
  }

  private JwsHeader read() throws DecodingException {
    in.startObject();
    while (in.hasNext()) {
      String name = in.readName();
      members.put(name, member(name));
    }
    in.endObject();
    return new JwsHeader(new JsonObject(members), critical, certificateChain, certificateSha256);
  }

  private JsonValue member(String name) throws DecodingException {
    return switch (name) {
      case "alg", "kid", "typ", "cty" -> new JsonString(in.readText());
      case "crit" -> crit();
      case "x5c" -> x5c();
      case "x5t#S256" -> x5tS256();
      case "b64" -> b64();
      default -> in.readValue();
    };
  }

  private JsonValue crit() throws DecodingException {
    if (in.startArray() == 0) {
      throw in.fail(Reason.INVALID_VALUE, CoreCodes.CRIT, "crit is empty");
    }
    Set<String> names = new LinkedHashSet<>();
    List<JsonValue> items = new ArrayList<>();
    while (in.hasNext()) {
      String name = in.readText();
      if (NEVER_CRITICAL.contains(name) || !names.add(name)) {
        throw in.fail(
            Reason.INVALID_VALUE, CoreCodes.CRIT, "crit must not have this name, or not twice");
      }
      items.add(new JsonString(name));
    }
    in.endArray();
    critical = List.copyOf(names);
    return new JsonArray(items);
  }

  /** In base64 with its padding, unlike all else in JOSE (RFC 7515, section 4.1.6). */
  private JsonValue x5c() throws DecodingException {
    if (in.startArray() == 0) {
      throw in.fail(Reason.INVALID_VALUE, "x5c is empty");
    }
    List<Bytes> chain = new ArrayList<>();
    List<JsonValue> items = new ArrayList<>();
    while (in.hasNext()) {
      String text = in.readText();
      chain.add(base64(text));
      items.add(new JsonString(text));
    }
    in.endArray();
    certificateChain = chain;
    return new JsonArray(items);
  }

  private Bytes base64(String text) throws DecodingException {
    byte[] der;
    try {
      der = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw in.fail(Reason.NOT_WELL_FORMED, CoreCodes.BASE64_INVALID, "not base64");
    }
    if (der.length == 0) {
      throw in.fail(Reason.INVALID_VALUE, "certificate is empty");
    }
    // The decoder of the JDK takes missing padding and unused bits; one value has one text here.
    if (!Base64.getEncoder().encodeToString(der).equals(text)) {
      throw in.fail(
          Reason.NOT_WELL_FORMED,
          CoreCodes.BASE64_INVALID,
          "base64 without padding or with unused bits");
    }
    return Bytes.copyOf(der);
  }

  private JsonValue x5tS256() throws DecodingException {
    String text = in.readText();
    Bytes hash = Base64Url.decode(text, in.path());
    if (hash.size() != 32) {
      throw in.fail(Reason.INVALID_VALUE, "SHA-256 hash is not of 32 bytes");
    }
    certificateSha256 = hash;
    return new JsonString(text);
  }

  private JsonValue b64() throws DecodingException {
    if (!in.readBoolean()) {
      throw in.fail(Reason.UNSUPPORTED, "payload is not encoded (b64 is false)");
    }
    return new JsonBoolean(true);
  }
}
