package org.rats4j.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.cose.CoseLeniencies;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.LeniencyChoice;
import org.rats4j.test.vectors.Reading;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;

/** Kind {@code cose-key-table}: one COSE_Key per row. */
public final class CoseKeyTable {
  private static final Set<String> MEMBERS =
      Set.of("name", "hex", "expect", "reason", "thumbprint", "note");

  private CoseKeyTable() {}

  /** Checks every row. */
  public static void check(VectorEntry table) {
    table.checkRows(MEMBERS, CoseKeyTable::checkRow);
  }

  private static void checkRow(VectorRow row) throws Exception {
    Bytes cbor = Bytes.copyOf(row.requiredHex("hex"));
    Reading.check(row, choice -> read(cbor, choice));
    if (row.expect() != Expect.VALID) {
      return;
    }

    CoseKey key = CoseKey.decode(cbor, DecodeOptions.STRICT);

    assertEquals(cbor, key.encode());
    row.hex("thumbprint")
        .ifPresent(hash -> assertEquals(Bytes.copyOf(hash), key.thumbprint().orElseThrow()));
    if (row.text("note").filter(note -> note.contains("KEY_MISMATCH")).isPresent()) {
      assertEquals(
          Reason.KEY_MISMATCH,
          assertThrows(VerificationException.class, key::toVerificationKey).reason());
    } else {
      key.toVerificationKey();
    }
  }

  private static Reading read(Bytes cbor, LeniencyChoice choice) {
    DecodeOptions.Builder options = DecodeOptions.builder();
    CoseLeniencies.LENIENT.stream()
        .filter(leniency -> choice.all() || choice.codes().contains(leniency.code()))
        .forEach(options::allow);
    try {
      CborReader in = CborReader.of(cbor, options.build(), "cose-key");
      CoseKey.read(in);
      return Reading.accepted(in.findings().toList().stream().map(Finding::code).toList());
    } catch (DecodingException e) {
      return e.code().equals(e.reason().name())
          ? Reading.refused(e.code())
          : Reading.refused(e.code(), e.reason().name());
    }
  }
}
