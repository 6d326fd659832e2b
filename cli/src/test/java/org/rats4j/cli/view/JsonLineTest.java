package org.rats4j.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;

class JsonLineTest {

  @Test
  void writesAViewWithoutRemarks() {
    View view =
        View.Group.builder()
            .put("iat", View.number(1).noted("1970-01-01T00:00:01Z"))
            .put("nonce", View.bytes(Bytes.of(0xca, 0xfe)))
            .put("heading", JsonLine.number(Double.NaN))
            .put("nothing", new View.Nothing())
            .put("list", new View.Items(List.of(new View.Flag(false), JsonLine.number(1.5))))
            .build();

    assertEquals(
        "{\"file\":\"a\\u009b\ufffd\",\"content\":{\"iat\":1,\"nonce\":\"cafe\",\"heading\":\"NaN\","
            + "\"nothing\":null,\"list\":[false,1.5]}}",
        new JsonLine().put("file", "a\u009b\ud800").put("content", view).toString());
  }
}
