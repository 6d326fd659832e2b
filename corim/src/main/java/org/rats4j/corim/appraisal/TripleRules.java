package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

/** What the triples of one tag have to be, beyond what every reader demands. */
final class TripleRules {
  private final AppraisalOptions options;
  private final Set<Integer> faultyReferences = new HashSet<>();

  TripleRules(AppraisalOptions options) {
    this.options = options;
  }

  List<Finding> check(Triples triples, String tag) {
    List<Finding> faults = new ArrayList<>();
    if (options.has(Alternative.REJECT_REPEATED_MKEY)) {
      for (int i = 0; i < triples.reference().size(); i++) {
        if (repeatsKey(triples.reference().get(i))) {
          faultyReferences.add(i);
          faults.add(
              new Finding(
                  AppraisalCodes.TRIPLE_INVALID,
                  Severity.WARNING,
                  tag + ", triples/0/" + i,
                  "mkey stands twice"));
        }
      }
    }
    return faults;
  }

  private static boolean repeatsKey(ValuesTriple triple) {
    List<Optional<MeasurementKey>> keys =
        triple.measurements().stream().map(Measurement::key).toList();
    return Distinct.of(keys, TripleRules::encode).size() < keys.size();
  }

  /** No key is nothing, and the encoding of no key. */
  private static Bytes encode(Optional<MeasurementKey> key) {
    return key.map(MeasurementKey::encode).orElse(Bytes.EMPTY);
  }

  /** Returns whether {@code item} was found faulty. */
  boolean isFaulty(RelationItem item) {
    return !faultyReferences.isEmpty()
        && item instanceof ReferenceItem
        && faultyReferences.contains(item.origin().index());
  }
}
