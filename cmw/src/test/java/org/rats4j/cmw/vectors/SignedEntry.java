package org.rats4j.cmw.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.rats4j.cmw.SignedCmw;
import org.rats4j.cmw.SignedCmwExpectations;
import org.rats4j.cmw.UnverifiedSignedCmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.test.vectors.VectorEntry;

/** Kind {@code signed-cmw}: decoded, verified, and the bare signature verified by other means. */
public final class SignedEntry {
  private SignedEntry() {}

  /** Checks one entry. */
  public static void check(VectorEntry entry) throws Exception {
    VerificationKey key = VectorKeys.of(entry);
    Bytes message = Bytes.copyOf(entry.content());
    Decoding.check(
        entry,
        (options, findings) -> {
          UnverifiedSignedCmw unverified =
              isCose(entry)
                  ? SignedCmw.decodeCose(message, options)
                  : SignedCmw.decodeJws(message, options);
          assertEquals(message, unverified.encoded());
          SignedCmw signed = unverified.verify(SignedCmwExpectations.builder().key(key).build());
          signed.findings().forEach(findings::add);
        });
    if (entry.verifies().isPresent()) {
      assertEquals(entry.verifies().get(), verifies(key, entry), "bare signature");
    }
  }

  private static boolean isCose(VectorEntry entry) {
    return entry.encoding().equals("cose");
  }

  private static boolean verifies(VerificationKey key, VectorEntry entry) throws DecodingException {
    List<Bytes> signed = isCose(entry) ? coseParts(entry) : jwsParts(entry);
    try {
      long algorithm = Algorithms.ofKey(key.publicKey().orElseThrow()).orElseThrow();
      key.verify(algorithm, List.of(signed.get(0)), signed.get(1));
      return true;
    } catch (VerificationException e) {
      return false;
    }
  }

  /** Returns what was signed, and the signature. */
  private static List<Bytes> coseParts(VectorEntry entry) throws DecodingException {
    CborItem item = CborItem.decode(Bytes.copyOf(entry.content()), DecodeOptions.STRICT);
    CborArray array = (CborArray) (item instanceof CborTagged tagged ? tagged.content() : item);
    List<Bytes> members = List.of(bytes(array, 0), bytes(array, 2), bytes(array, 3));
    CborWriter out = new CborWriter();
    out.startArray(4).writeText("Signature1").writeBytes(members.get(0));
    out.writeBytes(Bytes.EMPTY).writeBytes(members.get(1));
    return List.of(out.toBytes(), members.get(2));
  }

  private static Bytes bytes(CborArray array, int index) {
    return ((CborBytes) array.items().get(index)).value();
  }

  private static List<Bytes> jwsParts(VectorEntry entry) throws DecodingException {
    List<String> parts = Arrays.asList(entry.contentText().split("\\.", -1));
    if (entry.contentText().startsWith("{")) {
      JsonObject object = (JsonObject) JsonValue.decode(entry.content(), DecodeOptions.STRICT);
      parts =
          List.of(text(object, "protected"), text(object, "payload"), text(object, "signature"));
    }
    return List.of(
        Bytes.ofUtf8(parts.get(0) + "." + parts.get(1)), Base64Url.decode(parts.get(2), ""));
  }

  private static String text(JsonObject object, String name) {
    return ((JsonString) object.get(name).orElseThrow()).value();
  }
}
