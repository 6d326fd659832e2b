package org.rats4j.benchmarks.corim;

import java.io.PrintStream;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.Corim;
import org.rats4j.corim.appraisal.CorimStore;

/**
 * Prints how much heap a reference value takes in a store, by the heap that is in use before and
 * after a store of a million is made. To be run by itself: {@code java -cp ... StoreFootprint}.
 */
public final class StoreFootprint {
  private static final int SIZE = 1_000_000;

  private StoreFootprint() {}

  /** Measures. */
  public static void main(String[] args) throws DecodingException {
    for (ReferenceValues values : ReferenceValues.values()) {
      print(values, System.out);
    }
  }

  private static void print(ReferenceValues values, PrintStream out) throws DecodingException {
    List<Bytes> corims = values.encoded(SIZE);
    long before = heap();
    long start = System.nanoTime();
    CorimStore store = ReferenceValues.store(corims);
    double seconds = (System.nanoTime() - start) / 1e9;
    long after = heap();
    out.println(
        values
            + ": "
            + (after - before) / store.size()
            + " bytes for each reference value, "
            + Math.round(SIZE / seconds)
            + " of them in a second");
    if (Corim.decode(corims.get(0)).tags().isEmpty()) {
      throw new AssertionError("the CoRIMs have to be alive for both measurements");
    }
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
