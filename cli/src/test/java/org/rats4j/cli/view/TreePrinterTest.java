package org.rats4j.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;

class TreePrinterTest {

  @Test
  void printsATreeWithRemarks() {
    View view =
        View.Group.builder()
            .put("alg", View.number(-7).noted("ES256"))
            .put("list", new View.Items(List.of(View.text("a\u0007"), new View.Flag(true))))
            .put("empty", new View.Items(List.of()))
            .put("inner", View.Group.builder().put("b", View.bytes(Bytes.of(1, 255))).build())
            .build();

    assertEquals(
        """
          alg: -7 (ES256)
          list:
            - "a\\u0007"
            - true
          empty: []
          inner:
            b: h'01ff'
        """,
        TreePrinter.print(view, 2, Palette.PLAIN));
  }

  @Test
  void cutsLongByteStrings() {
    String line = TreePrinter.print(View.bytes(Bytes.copyOf(new byte[49])), 0, Palette.PLAIN);

    assertEquals("h'" + "00".repeat(48) + "...' (49 bytes)\n", line);
  }

  @Test
  void givesASecondEntryOfTheSameNameANumber() {
    View view = View.Group.builder().put("iss", "a").put("iss", "b").build();

    assertEquals("iss: \"a\"\niss #2: \"b\"\n", TreePrinter.print(view, 0, Palette.PLAIN));
  }
}
