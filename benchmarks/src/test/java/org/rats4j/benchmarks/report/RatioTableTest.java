package org.rats4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RatioTableTest {
  private static final String TREE = "org.rats4j.benchmarks.cbor.CborTree.";

  @Test
  void comparesOursWithEachPeerAndWithTheGoal() throws Exception {
    String results =
        "["
            + result(TREE + "authlete", 40.0, 4000)
            + ","
            + result(TREE + "jackson", 30.0, 3000)
            + ","
            + result(TREE + "rats4j", 10.0, 2000)
            + "]";

    String[] lines = RatioTable.of(results).split("\n");

    assertEquals(4, lines.length);
    assertEquals(
        "| CborTree EAT | authlete | 10.00 | 40.00 | 4.00 | 2000 | 4000 | 0.50 |  |", lines[2]);
    assertEquals(
        "| CborTree EAT | jackson | 10.00 | 30.00 | 3.00 | 2000 | 3000 | 0.67"
            + " | ≥ 2.00, B ≤ 0.50: **missed** |",
        lines[3]);
  }

  @Test
  void leavesOutWhatAFilterLeftAlone() throws Exception {
    String table = RatioTable.of("[" + result(TREE + "jackson", 30.0, 3000) + "]");

    assertEquals(2, table.lines().count());
  }

  private static String result(String benchmark, double time, double allocated) {
    return "{\"benchmark\":\""
        + benchmark
        + "\",\"params\":{\"document\":\"EAT\"},\"primaryMetric\":{\"score\":"
        + time
        + "},\"secondaryMetrics\":{\"gc.alloc.rate.norm\":{\"score\":"
        + allocated
        + "}}}";
  }
}
