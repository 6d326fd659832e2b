package org.rats4j.corim.appraisal;

import com.code_intelligence.jazzer.junit.FuzzTest;

class RandomCorpusFuzzTest {
  /** As many corpora as somebody has time for: each seed is one. */
  @FuzzTest
  void agreesWithTheNaiveEngine(long seed) throws Exception {
    RandomCorpusTest.agreesWithTheNaiveEngine(seed);
    RandomCorpusTest.dependsOnNoOrder(seed);
    RandomCorpusTest.growsWithEvidence(seed);
  }
}
