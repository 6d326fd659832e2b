package org.rats4j.corim.comid;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;

/** The rules of {@code digests-type = [ + digest ]}: each algorithm once. */
final class DigestList {
  private DigestList() {}

  static List<Digest> checked(List<Digest> digests) {
    List<Digest> copy = List.copyOf(digests);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("list of digests is empty");
    }
    if (copy.size() > 1) {
      Set<Label> algorithms = new HashSet<>();
      for (Digest digest : copy) {
        if (!algorithms.add(digest.algorithm())) {
          throw new IllegalArgumentException("two digests of one algorithm");
        }
      }
    }
    return copy;
  }
}
