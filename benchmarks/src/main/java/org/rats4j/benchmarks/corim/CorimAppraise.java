package org.rats4j.benchmarks.corim;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.corim.appraisal.Appraiser;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.appraisal.ElementEct;

/**
 * Appraises evidence of four software components. It has no peer; the time should not depend on the
 * size of the store.
 */
@State(Scope.Benchmark)
public class CorimAppraise {
  private static final int DEVICES = 64;

  @Param({"1000", "100000", "1000000"})
  private int size;

  @Param private ReferenceValues values = ReferenceValues.ONE_CLASS;

  private Appraiser appraiser = Appraiser.of(CorimStore.builder().build());
  private final ElementEct[] evidence = new ElementEct[DEVICES];
  private int next;

  /** Makes the store and evidence of devices all over it. */
  @Setup
  public void setUp() throws DecodingException {
    appraiser =
        Appraiser.of(ReferenceValues.store(values.encoded(size))).clock(ReferenceValues.CLOCK);
    for (int i = 0; i < DEVICES; i++) {
      evidence[i] = values.evidence((int) ((long) i * size / DEVICES) & -8);
    }
  }

  /** All that an appraisal is, but the verification of the evidence. */
  @Benchmark
  public Object rats4j() throws VerificationException {
    next = (next + 1) % DEVICES;
    return appraiser.appraise(List.of(evidence[next])).acs();
  }
}
