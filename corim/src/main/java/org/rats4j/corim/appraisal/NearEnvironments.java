package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.Objects;
import org.rats4j.corim.comid.Environment;

/**
 * Why there are no reference values of an environment: those that come nearest, and in what they
 * differ.
 *
 * @param environment the environment of evidence
 * @param compared with how many environments of reference values it was compared
 * @param corims how many CoRIMs these are from
 * @param nearest those that come nearest, the nearest first, at most {@value #LISTED}
 */
public record NearEnvironments(
    Environment environment, int compared, int corims, List<Near> nearest) {
  /** How many environments are listed. */
  public static final int LISTED = 3;

  /** Creates a list. */
  public NearEnvironments {
    Objects.requireNonNull(environment, "environment");
    nearest = List.copyOf(nearest);
  }

  /** Returns what was compared, for people. */
  public String scope() {
    return compared == 0
        ? "no CoRIM that counts at this time has any; the remarks on CoRIMs say what is left out"
        : "compared with "
            + count(compared, "environment")
            + " of "
            + count(corims, "CoRIM")
            + (compared > nearest.size() ? ", of which these come nearest" : "");
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /**
   * An environment of reference values.
   *
   * @param environment the environment
   * @param origin the first triple that is about it
   * @param differences what it has that the evidence has not, at least one
   */
  public record Near(Environment environment, Origin origin, List<Difference> differences) {
    /** Creates an entry. */
    public Near {
      Objects.requireNonNull(environment, "environment");
      Objects.requireNonNull(origin, "origin");
      differences = List.copyOf(differences);
    }
  }

  /**
   * A member of an environment in which evidence differs.
   *
   * @param member the member, such as {@code class.vendor}
   * @param wanted its value in the reference values, in diagnostic notation
   * @param found its value in the evidence, likewise; empty if there is none
   */
  public record Difference(String member, String wanted, String found) {
    /** Creates a difference. */
    public Difference {
      Objects.requireNonNull(member, "member");
      Objects.requireNonNull(wanted, "wanted");
      Objects.requireNonNull(found, "found");
    }

    /** Returns the member and both values. */
    @Override
    public String toString() {
      return member
          + ": reference values of "
          + wanted
          + ", evidence "
          + (found.isEmpty() ? "of none" : "of " + found);
    }
  }
}
