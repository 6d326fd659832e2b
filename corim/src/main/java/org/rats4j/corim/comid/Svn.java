package org.rats4j.corim.comid;

import java.util.Objects;

/**
 * A security version number.
 *
 * <pre>{@code
 * svn-type-choice = svn / tagged-svn / tagged-min-svn
 * svn = uint
 * tagged-svn = #6.552(svn)
 * tagged-min-svn = #6.553(svn)
 * }</pre>
 *
 * @param form what the number is, and how it is written
 * @param value the number, unsigned
 */
public record Svn(Form form, long value) {
  /** The CBOR tag of an exact number. */
  public static final long EXACT_TAG = 552;

  /** The CBOR tag of a minimum. */
  public static final long MINIMUM_TAG = 553;

  /** What a number is, and how it is written. The choice is closed. */
  public enum Form {
    /** The number itself, without tag. */
    PLAIN,
    /** The number itself, under tag 552. */
    EXACT,
    /** The least number that will do, under tag 553. */
    MINIMUM,
  }

  /** Creates a number. */
  public Svn {
    Objects.requireNonNull(form, "form");
  }

  /** Returns the number {@code value}, without tag. */
  public static Svn of(long value) {
    return new Svn(Form.PLAIN, value);
  }

  /** Returns {@code value} as the least number that will do. */
  public static Svn minimum(long value) {
    return new Svn(Form.MINIMUM, value);
  }

  /** Returns whether the number is the least one that will do. */
  public boolean isMinimum() {
    return form == Form.MINIMUM;
  }

  @Override
  public String toString() {
    return (isMinimum() ? "at least " : "") + Long.toUnsignedString(value);
  }
}
