package org.rats4j.benchmarks.cmw;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;

/** Refuses JSON that is nested deeper than any wrapper; below 10 ms. */
@State(Scope.Benchmark)
public class CmwDeepJson {
  @Param({"10000"})
  private int levels = 10_000;

  private Bytes json = Bytes.EMPTY;

  /** Makes the input. */
  @Setup
  public void setUp() {
    json = Bytes.ofUtf8("{\"a\":".repeat(levels) + "[\"a/b\",\"AQ\"]" + "}".repeat(levels));
  }

  /** Ours. */
  @Benchmark
  public Object rats4j() {
    try {
      return Cmw.decode(json, Encoding.JSON, CmwOptions.STRICT);
    } catch (DecodingException expected) {
      return expected.code();
    }
  }
}
