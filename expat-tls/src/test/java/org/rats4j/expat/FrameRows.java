package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.rats4j.expat.tls.TlsRole;
import org.rats4j.test.vectors.VectorEntry;

/** The table of frames. A request in a frame is also decoded. */
final class FrameRows {
  private FrameRows() {}

  static void check(VectorEntry entry) {
    entry.checkRows(
        Set.of("name", "hex", "result", "notes"),
        row ->
            assertEquals(
                row.requiredText("result"),
                AuthenticatorEntry.resultOf(
                    () -> {
                      Frame frame = Frame.decode(AuthenticatorEntry.bytes(row, "hex"));
                      if (frame.type() == Frame.REQUEST) {
                        AuthenticatorRequest.decode(
                            frame.payload(),
                            TlsRole.CLIENT,
                            ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE));
                      }
                      assertEquals(AuthenticatorEntry.bytes(row, "hex"), frame.encode());
                    })));
  }
}
