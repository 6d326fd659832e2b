package org.rats4j.corim.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.core.jose.Jwk;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.SignedCorim;
import org.rats4j.test.vectors.VectorEntry;

/** Kinds that are no CoRIM: what this module does not read is checked as far as core reads it. */
public final class CarriedEntry {
  private CarriedEntry() {}

  /** Kinds {@code cots} and {@code eat}: an item that prints, and reads back. */
  public static void checkCbor(VectorEntry entry) throws Exception {
    CborItem item = CborItem.decode(entry.content(), CorimOptions.STRICT);
    assertEquals(item, Diagnostic.parse(Diagnostic.print(item)));
  }

  /** Kind {@code eat-claims}, which is JSON here. */
  public static void checkJson(VectorEntry entry) throws Exception {
    JsonValue value = JsonValue.decode(entry.content(), CorimOptions.STRICT);
    byte[] again = value.encode().toByteArray();
    assertEquals(value, JsonValue.decode(again, CorimOptions.STRICT));
  }

  /** Kind {@code key}. */
  public static void checkKey(VectorEntry entry) throws Exception {
    Jwk key = Jwk.decode(Bytes.copyOf(entry.content()), DecodeOptions.STRICT);
    assertTrue(key.toVerificationKey().toString().length() > 0);
  }

  /** Kind {@code cose}: protected headers, which are those of a signed CoRIM. */
  public static void checkHeaders(VectorEntry entry) throws Exception {
    CborWriter out = new CborWriter();
    out.writeTag(18).startArray(4).writeBytes(entry.content()).startMap(0);
    Bytes message = out.writeNull().writeBytes(new byte[64]).toBytes();
    assertTrue(SignedCorim.decode(message).isDetached());
  }
}
