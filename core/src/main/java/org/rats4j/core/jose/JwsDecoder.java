package org.rats4j.core.jose;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.internal.BytesAccess;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonReader;

/**
 * Takes the serializations apart. What was signed is kept as it came: the parts are never encoded
 * again.
 */
final class JwsDecoder {
  private static final String ROOT = "jws";
  private static final String PROTECTED = ROOT + "/protected";
  private static final Bytes DOT = Bytes.of('.');

  private JwsDecoder() {}

  static UnverifiedJws compact(Bytes compact, DecodeOptions options) throws DecodingException {
    if (compact.size() > options.inputBytes()) {
      throw DecodingException.of(Reason.LIMIT_EXCEEDED, ROOT, "input is longer than inputBytes");
    }
    // Each byte becomes one character, so that what is not ASCII is not base64url either.
    String text =
        new String(
            BytesAccess.array(compact),
            BytesAccess.offset(compact),
            compact.size(),
            StandardCharsets.ISO_8859_1);
    checkParts(text);
    int first = text.indexOf('.');
    int second = text.lastIndexOf('.');
    return message(
        text.substring(0, first),
        text.substring(first + 1, second),
        text.substring(second + 1),
        JwsHeader.EMPTY,
        options,
        new Received(compact, List.of(compact.slice(0, second))));
  }

  private static void checkParts(String text) throws DecodingException {
    if (text.isEmpty()) {
      throw DecodingException.of(
          Reason.NOT_WELL_FORMED, CoreCodes.TRUNCATED, ROOT, "input is empty");
    }
    int dots = 0;
    for (int at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
      dots++;
    }
    if (dots == 4) {
      throw DecodingException.of(Reason.UNSUPPORTED, ROOT, "five parts are a JWE");
    }
    if (dots != 2) {
      throw DecodingException.of(Reason.NOT_WELL_FORMED, ROOT, "not three parts");
    }
  }

  static UnverifiedJws flattened(Bytes json, DecodeOptions options) throws DecodingException {
    JsonReader in = JsonReader.of(json, options, ROOT);
    Map<String, String> texts = new HashMap<>();
    JwsHeader unprotected = JwsHeader.EMPTY;
    in.startObject();
    while (in.hasNext()) {
      String name = in.readName();
      switch (name) {
        case "payload", "protected", "signature" -> texts.put(name, in.readText());
        case "header" -> unprotected = JwsHeaderReader.readUnprotected(in);
        case "signatures" -> throw in.fail(Reason.UNSUPPORTED, "general serialization");
        default -> in.skip();
      }
    }
    in.endObject();
    String header = required(texts, "protected");
    String payload = required(texts, "payload");
    String signature = required(texts, "signature");
    List<Bytes> signed = List.of(Bytes.ofUtf8(header), DOT, Bytes.ofUtf8(payload));
    return message(header, payload, signature, unprotected, options, new Received(json, signed));
  }

  private static String required(Map<String, String> texts, String name) throws DecodingException {
    String text = texts.get(name);
    if (text == null) {
      throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, ROOT, "no member " + name);
    }
    return text;
  }

  /** The message, and the parts of it that the signature is over. */
  record Received(Bytes encoded, List<Bytes> signingInput) {}

  private static UnverifiedJws message(
      String header,
      String payload,
      String signature,
      JwsHeader unprotected,
      DecodeOptions options,
      Received received)
      throws DecodingException {
    // First the header: with b64 it says that the payload is not encoded.
    Bytes headerBytes = Base64Url.decode(header, PROTECTED);
    JwsHeader protectedHeader =
        JwsHeaderReader.readProtected(JsonReader.of(headerBytes, options, PROTECTED));
    Bytes payloadBytes = Base64Url.decode(payload, ROOT + "/payload");
    Bytes signatureBytes = Base64Url.decode(signature, ROOT + "/signature");
    if (signatureBytes.isEmpty()) {
      throw DecodingException.of(
          Reason.INVALID_VALUE, CoreCodes.SIGNATURE, ROOT + "/signature", "signature is empty");
    }
    checkDisjoint(protectedHeader, unprotected);
    return new UnverifiedJws(protectedHeader, unprotected, payloadBytes, signatureBytes, received);
  }

  private static void checkDisjoint(JwsHeader protectedHeader, JwsHeader unprotected)
      throws DecodingException {
    for (String name : unprotected.members().members().keySet()) {
      if (protectedHeader.get(name).isPresent()) {
        throw DecodingException.of(
            Reason.DUPLICATE_KEY, ROOT + "/header", "member stands in both headers");
      }
    }
  }
}
