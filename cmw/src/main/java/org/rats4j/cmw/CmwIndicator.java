package org.rats4j.cmw;

import java.util.ArrayList;
import java.util.List;

/**
 * Which conceptual messages a record holds, as bits of the IANA registry "RATS CMW Indicators".
 *
 * <p>Bits that are not assigned yet are kept. Who does not know what a message is leaves the
 * indicator out.
 *
 * @param bits the bits, 1 to 2^32-1
 */
public record CmwIndicator(long bits) {
  /** The largest value. */
  public static final long MAX = 0xffff_ffffL;

  /** Reference values. */
  public static final CmwIndicator REFERENCE_VALUES = new CmwIndicator(1);

  /** Endorsements. */
  public static final CmwIndicator ENDORSEMENTS = new CmwIndicator(2);

  /** Evidence. */
  public static final CmwIndicator EVIDENCE = new CmwIndicator(4);

  /** Attestation results. */
  public static final CmwIndicator ATTESTATION_RESULTS = new CmwIndicator(8);

  /** An appraisal policy, of evidence or of results. */
  public static final CmwIndicator APPRAISAL_POLICY = new CmwIndicator(16);

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if {@code bits} is not in 1..2^32-1
   */
  public CmwIndicator {
    if (bits < 1 || bits > MAX) {
      throw new IllegalArgumentException("indicator is not in 1..2^32-1: " + bits);
    }
  }

  /** Returns an indicator with the bits of both. */
  public CmwIndicator and(CmwIndicator other) {
    return new CmwIndicator(bits | other.bits);
  }

  /** Returns whether all bits of {@code other} are set here. */
  public boolean contains(CmwIndicator other) {
    return (bits & other.bits) == other.bits;
  }

  /** Returns the names of the bits, and what is left of the number. */
  @Override
  public String toString() {
    String[] names = {
      "reference values", "endorsements", "evidence", "attestation results", "appraisal policy"
    };
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      if ((bits & 1L << i) != 0) {
        parts.add(names[i]);
      }
    }
    long unassigned = bits >>> names.length << names.length;
    if (unassigned != 0) {
      parts.add(Long.toString(unassigned));
    }
    return String.join(" + ", parts);
  }
}
