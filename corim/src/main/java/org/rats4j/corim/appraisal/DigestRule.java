package org.rats4j.corim.appraisal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;

/**
 * Digests are compared by all algorithms that both sides have, so that a weak algorithm beside a
 * strong one does not help.
 *
 * @param options decides whether an algorithm has one name or two
 */
record DigestRule(AppraisalOptions options) {

  Comparison compare(List<Digest> condition, List<Digest> entry) {
    if (condition.isEmpty() || entry.isEmpty()) {
      return Comparison.MALFORMED_DIGESTS;
    }
    if (condition.size() == 1 && entry.size() == 1) {
      return compare(condition.get(0), entry.get(0));
    }
    Map<Label, Bytes> wanted = new HashMap<>();
    Map<Label, Bytes> found = new HashMap<>();
    if (!collect(condition, wanted) || !collect(entry, found)) {
      return Comparison.DUPLICATE_DIGEST_ALG;
    }
    boolean common = false;
    for (Map.Entry<Label, Bytes> digest : wanted.entrySet()) {
      Bytes value = found.get(digest.getKey());
      if (value != null && !value.equals(digest.getValue())) {
        return Comparison.VALUE_DIFFERS;
      }
      common |= value != null;
    }
    return common ? Comparison.SATISFIED : Comparison.NO_COMMON_DIGEST_ALG;
  }

  private Comparison compare(Digest condition, Digest entry) {
    if (!name(condition).equals(name(entry))) {
      return Comparison.NO_COMMON_DIGEST_ALG;
    }
    return condition.value().equals(entry.value())
        ? Comparison.SATISFIED
        : Comparison.VALUE_DIFFERS;
  }

  private boolean collect(List<Digest> digests, Map<Label, Bytes> byName) {
    for (Digest digest : digests) {
      if (byName.put(name(digest), digest.value()) != null) {
        return false;
      }
    }
    return true;
  }

  private Label name(Digest digest) {
    return options.has(Alternative.DIGEST_NAMES_AS_SPELLED) ? digest.algorithm() : normal(digest);
  }

  /** Returns the number of the algorithm, or its name if it has no number. */
  static Label normal(Digest digest) {
    return digest.knownAlgorithm().isPresent()
        ? Label.of(digest.knownAlgorithm().getAsInt())
        : digest.algorithm();
  }
}
