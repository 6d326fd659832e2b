package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.TagId;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

/** What a triple has to be so that its tag is used, beyond what every reader demands. */
final class TripleRules {
  private final AppraisalOptions options;
  private final Set<TagId> software;
  private final Set<Integer> faultyReferences = new HashSet<>();

  /** Creates rules for one tag; {@code software} are the CoSWIDs that triples may name. */
  TripleRules(AppraisalOptions options, Set<TagId> software) {
    this.options = options;
    this.software = software;
  }

  List<Finding> check(Triples triples, String tag) {
    List<Finding> faults = new ArrayList<>();
    for (int i = 0; i < triples.coswid().size(); i++) {
      if (!software.containsAll(triples.coswid().get(i).tagIds())) {
        faults.add(
            new Finding(
                CorimCodes.COSWID_MISSING,
                Severity.WARNING,
                tag + ", triples/6/" + i,
                "CoSWID is not there"));
      }
    }
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
    Set<Optional<MeasurementKey>> keys = new HashSet<>();
    return !triple.measurements().stream().map(Measurement::key).allMatch(keys::add);
  }

  /** Returns whether {@code item} was found faulty. */
  boolean isFaulty(RelationItem item) {
    return item instanceof ReferenceItem && faultyReferences.contains(item.origin().index());
  }
}
