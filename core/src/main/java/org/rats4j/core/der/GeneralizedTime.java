package org.rats4j.core.der;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/**
 * A GeneralizedTime in DER (X.690, section 11.7): {@code YYYYMMDDHHMMSS[.f]Z}, in the years 1 to
 * 9999, with a fraction that does not end in 0. A leap second is refused.
 */
public final class GeneralizedTime {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
  private static final int SECONDS_END = 14;
  private static final int NANO_DIGITS = 9;

  private final String text;
  private final Instant instant;

  private GeneralizedTime(String text, Instant instant) {
    this.text = text;
    this.instant = instant;
  }

  /**
   * Returns {@code instant} as a time.
   *
   * @throws IllegalArgumentException if it is not in the years 1 to 9999
   */
  public static GeneralizedTime of(Instant instant) {
    if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
      throw new IllegalArgumentException("not in the years 1 to 9999");
    }
    StringBuilder text =
        new StringBuilder(WRITTEN.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
    int nanos = instant.get(ChronoField.NANO_OF_SECOND);
    if (nanos != 0) {
      String digits = Long.toString(1_000_000_000L + nanos).substring(1);
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      text.append('.').append(digits, 0, end);
    }
    return new GeneralizedTime(text.append('Z').toString(), instant);
  }

  /**
   * Decodes the content of a GeneralizedTime.
   *
   * @throws DecodingException with the code {@link DerValue#TIME_NOT_DER} if it is anything else
   */
  public static GeneralizedTime decode(Bytes content) throws DecodingException {
    int size = content.size();
    int last = size - 1;
    if (size <= SECONDS_END || content.at(last) != 'Z' || !digits(content, 0, SECONDS_END)) {
      throw fail("not YYYYMMDDHHMMSS and Z");
    }
    if (size > SECONDS_END + 1) {
      boolean fraction =
          content.at(SECONDS_END) == '.'
              && size > SECONDS_END + 2
              && digits(content, SECONDS_END + 1, last)
              && content.at(last - 1) != '0';
      if (!fraction) {
        throw fail("fraction is empty, ends in 0 or is none");
      }
    }
    String text = new String(content.toByteArray(), StandardCharsets.US_ASCII);
    try {
      LocalDateTime seconds =
          LocalDateTime.of(
              number(content, 0, 4),
              number(content, 4, 6),
              number(content, 6, 8),
              number(content, 8, 10),
              number(content, 10, 12),
              number(content, 12, 14),
              nanos(content, last));
      if (seconds.getYear() == 0) {
        throw fail("no such year");
      }
      return new GeneralizedTime(text, seconds.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw fail("no such day or time");
    }
  }

  private static boolean digits(Bytes content, int from, int to) {
    for (int i = from; i < to; i++) {
      if (content.at(i) < '0' || content.at(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(Bytes content, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + content.at(i) - '0';
    }
    return number;
  }

  private static int nanos(Bytes content, int end) {
    int nanos = 0;
    for (int i = 1; i <= NANO_DIGITS; i++) {
      int index = SECONDS_END + i;
      nanos = 10 * nanos + (index < end ? content.at(index) - '0' : 0);
    }
    return nanos;
  }

  private static DecodingException fail(String detail) {
    return DecodingException.of(Reason.INVALID_VALUE, DerValue.TIME_NOT_DER, "", detail);
  }

  /** Returns the time; of a fraction, the first nine digits. */
  public Instant instant() {
    return instant;
  }

  /** Returns the text as received, with all digits. */
  public String text() {
    return text;
  }

  /** Returns whether the other has the same text, so that all digits count. */
  @Override
  public boolean equals(Object o) {
    return o instanceof GeneralizedTime other && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
