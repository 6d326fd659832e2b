package org.rats4j.benchmarks.corim;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/** Makes a store of 100,000 reference values from encoded CoRIMs. It has no peer. */
@State(Scope.Benchmark)
public class CorimStoreBuild {
  private static final int SIZE = 100_000;

  @Param private ReferenceValues values = ReferenceValues.ONE_CLASS;

  private List<Bytes> corims = List.of();

  /** Makes the CoRIMs. */
  @Setup
  public void setUp() {
    corims = values.encoded(SIZE);
  }

  /** Decodes the CoRIMs and makes the store. */
  @Benchmark
  public Object rats4j() throws DecodingException {
    return ReferenceValues.store(corims);
  }
}
