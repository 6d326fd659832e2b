package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rats4j.core.VerificationException;
import org.rats4j.corim.Corim;
import org.rats4j.corim.comid.CryptoKey;

class RandomCorpusTest {
  private static final int CORPORA = Integer.getInteger("rats4j.corpora", 4_000);

  @Test
  void agreesWithTheNaiveEngineOnAnyCorpus() throws Exception {
    int added = 0;
    for (int seed = 0; seed < CORPORA; seed++) {
      added += agreesWithTheNaiveEngine(seed);
    }

    assertTrue(added > CORPORA / 3, "so few corpora match that this says nothing: " + added);
  }

  @Test
  void dependsOnNoOrderAndNoDuplicate() throws Exception {
    for (int seed = 0; seed < CORPORA / 10; seed++) {
      dependsOnNoOrder(seed);
    }
  }

  @Test
  void acceptsNoLessOfMoreEvidence() throws Exception {
    for (int seed = 0; seed < CORPORA / 10; seed++) {
      growsWithEvidence(seed);
    }
  }

  static int agreesWithTheNaiveEngine(long seed) throws VerificationException {
    RandomCorpus random = new RandomCorpus(seed);
    CorimStore store = store(random.options(), random.corims());
    List<ElementEct> evidence = random.evidence();
    KeyVerifier keyVerifier = random.keyVerifier();

    Acs acs = appraise(store, keyVerifier, evidence).acs();

    Set<Ect> naive = new NaiveEngine(store, keyVerifier).appraise(evidence);
    assertEquals(parts(naive), parts(acs.entries()), () -> "seed " + seed);
    return naive.size() - new HashSet<>(evidence).size();
  }

  /** Keys of one owner are one tuple in the result, and one tuple each in the naive one. */
  private static Set<Ect> parts(Iterable<Ect> ects) {
    Set<Ect> parts = new HashSet<>();
    for (Ect ect : ects) {
      if (ect instanceof KeyEct keys) {
        for (CryptoKey key : keys.keys()) {
          parts.add(keys.withKeys(List.of(key)));
        }
      } else {
        parts.add(ect);
      }
    }
    return parts;
  }

  static void dependsOnNoOrder(long seed) throws VerificationException {
    RandomCorpus random = new RandomCorpus(seed);
    AppraisalOptions options = random.options();
    List<Map.Entry<Corim, Authority>> corims = random.corims();
    List<ElementEct> evidence = random.evidence();
    KeyVerifier keyVerifier = random.keyVerifier();
    List<Map.Entry<Corim, Authority>> others = new ArrayList<>(corims);
    others.addAll(corims);
    Collections.shuffle(others, new Random(seed));
    List<ElementEct> otherEvidence = new ArrayList<>(evidence);
    otherEvidence.add(evidence.get(0));
    Collections.shuffle(otherEvidence, new Random(seed));

    Appraisal one = appraise(store(options, corims), keyVerifier, evidence);
    Appraisal other = appraise(store(options, others), keyVerifier, otherEvidence);

    assertEquals(one.toJson(), other.toJson(), () -> "seed " + seed);
    assertEquals(one.describe(), other.describe(), () -> "seed " + seed);
  }

  static void growsWithEvidence(long seed) throws VerificationException {
    RandomCorpus random = new RandomCorpus(seed);
    List<Map.Entry<Corim, Authority>> corims = random.corims();
    CorimStore store = store(AppraisalOptions.RECOMMENDED, corims);
    boolean series = store.content().items().stream().anyMatch(SeriesItem.class::isInstance);
    List<ElementEct> evidence = random.evidence();
    List<ElementEct> more = new ArrayList<>(evidence);
    more.addAll(random.evidence());
    KeyVerifier keyVerifier = random.keyVerifier();

    Acs less = appraise(store, keyVerifier, evidence).acs();
    Acs all = appraise(store, keyVerifier, more).acs();

    if (!series) {
      for (Ect ect : parts(less.entries())) {
        assertTrue(
            parts(all.entries()).stream().anyMatch(other -> says(other, ect)),
            () -> "seed " + seed + ": " + ect);
      }
    }
  }

  /** Returns whether {@code more} says all that {@code less} says. */
  private static boolean says(Ect more, Ect less) {
    return more.equals(less)
        || (more instanceof ElementEct two
            && less instanceof ElementEct one
            && one.withElements(two.elements()).equals(two)
            && two.elements().containsAll(one.elements()));
  }

  private static CorimStore store(
      AppraisalOptions options, List<Map.Entry<Corim, Authority>> corims) {
    CorimStore.Builder store = CorimStore.builder(options).clock(Corpus.CLOCK).indexAbove(1);
    corims.forEach(corim -> store.add(corim.getKey(), corim.getValue()));
    return store.build();
  }

  private static Appraisal appraise(
      CorimStore store, KeyVerifier keyVerifier, List<ElementEct> evidence)
      throws VerificationException {
    return Appraiser.of(store).clock(Corpus.CLOCK).keyVerifier(keyVerifier).appraise(evidence);
  }
}
