package org.rats4j.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a span of time, such as {@code 90s}, {@code 5m}, {@code 24h}, {@code 7d} or {@code PT5M}.
 */
final class DurationOption implements ITypeConverter<Duration> {
  private static final Pattern SHORT = Pattern.compile("[0-9]{1,9}[smhd]");

  @Override
  public Duration convert(String value) {
    Duration duration = parsed(value.toLowerCase(Locale.ROOT));
    if (duration.isNegative() || duration.isZero()) {
      throw new TypeConversionException("not longer than nothing");
    }
    return duration;
  }

  private static Duration parsed(String value) {
    if (SHORT.matcher(value).matches()) {
      return Duration.parse((value.endsWith("d") ? "P" : "PT") + value);
    }
    try {
      return Duration.parse(value);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("not a time such as 90s, 5m, 24h, 7d or PT5M");
    }
  }
}
