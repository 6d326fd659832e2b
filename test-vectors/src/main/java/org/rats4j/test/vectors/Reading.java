package org.rats4j.test.vectors;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reader did with the bytes of a vector.
 *
 * @param accepted whether it read them
 * @param codes the deviations that it reported, or, if it refused, the names of its refusal: the
 *     reason and the code of the exception
 */
public record Reading(boolean accepted, Set<String> codes) {
  /** Creates a reading. */
  public Reading {
    codes = Set.copyOf(codes);
  }

  /** Returns the reading of a reader that accepted and reported these deviations. */
  public static Reading accepted(Collection<String> deviations) {
    return new Reading(true, Set.copyOf(deviations));
  }

  /** Returns the reading of a reader that refused under these names. */
  public static Reading refused(String... names) {
    return new Reading(false, Set.copyOf(Set.of(names)));
  }

  /** Reads the bytes of one vector, as often as it is asked. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads with these leniencies.
     *
     * @throws Exception if the code under test throws what it must not throw
     */
    Reading read(LeniencyChoice leniencies) throws Exception;
  }

  /**
   * Checks a reader against the {@code expect} and the codes in the {@code reason} of a row.
   *
   * @throws AssertionError as {@link #check(Expect, Set, Reader)}
   */
  public static void check(VectorRow row, Reader reader) throws Exception {
    check(row.expect(), row.reasonCodes(), reader);
  }

  /**
   * Checks a reader.
   *
   * @param codes the deviations if {@code expect} is LENIENT; if it is INVALID one of them must be
   *     a name of the refusal, and empty takes any refusal
   * @throws AssertionError if VALID is refused by the strict reader; if LENIENT is accepted by the
   *     strict reader, or needs or reports other deviations than {@code codes}; if INVALID is
   *     accepted, or refused under another name
   */
  public static void check(Expect expect, Set<String> codes, Reader reader) throws Exception {
    Reading strict = reader.read(LeniencyChoice.STRICT);
    switch (expect) {
      case VALID -> {
        require(strict.accepted, "strict refuses: " + strict.codes);
        require(strict.codes.isEmpty(), "strict reports deviations: " + strict.codes);
      }
      case LENIENT -> {
        require(!codes.isEmpty(), "the vector names no deviation");
        require(!strict.accepted, "strict accepts what needs " + codes);
        reports(codes, "lenient", reader.read(LeniencyChoice.ALL));
        reports(codes, "with " + codes + " alone", reader.read(LeniencyChoice.of(codes)));
      }
      case INVALID -> {
        refuses(codes, "strict", strict);
        refuses(codes, "lenient", reader.read(LeniencyChoice.ALL));
      }
    }
  }

  private static void reports(Set<String> codes, String mode, Reading reading) {
    require(reading.accepted, mode + " refuses: " + reading.codes);
    require(
        reading.codes.equals(codes),
        mode + " reports " + new TreeSet<>(reading.codes) + ", not " + new TreeSet<>(codes));
  }

  private static void refuses(Set<String> codes, String mode, Reading reading) {
    require(!reading.accepted, mode + " accepts, " + reading.codes);
    require(
        codes.isEmpty() || codes.stream().anyMatch(reading.codes::contains),
        mode + " refuses with " + new TreeSet<>(reading.codes) + ", not " + codes);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new AssertionError(message);
    }
  }
}
