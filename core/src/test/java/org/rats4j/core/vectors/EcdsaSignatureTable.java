package org.rats4j.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.EcdsaSignature;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;

/** Kind {@code ecdsa-signature-table}: one signature in DER and as r || s per row. */
public final class EcdsaSignatureTable {
  private static final Set<String> MEMBERS =
      Set.of("name", "size", "der", "raw", "expect", "reason");

  private EcdsaSignatureTable() {}

  /** Checks every row. */
  public static void check(VectorEntry table) {
    table.checkRows(MEMBERS, EcdsaSignatureTable::checkRow);
  }

  private static void checkRow(VectorRow row) throws DecodingException {
    Bytes der = Bytes.copyOf(row.requiredHex("der"));
    int size = Math.toIntExact(row.integer("size").orElseThrow());
    if (row.expect() == Expect.INVALID) {
      DecodingException e =
          assertThrows(DecodingException.class, () -> EcdsaSignature.toRaw(der, size));
      row.reasonCodes().forEach(code -> assertEquals(code, e.reason().name()));
      return;
    }
    assertEquals(Expect.VALID, row.expect());

    Bytes raw = EcdsaSignature.toRaw(der, size);

    assertEquals(Bytes.copyOf(row.requiredHex("raw")), raw);
    assertEquals(der, EcdsaSignature.toDer(raw));
  }
}
