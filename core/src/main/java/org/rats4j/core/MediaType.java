package org.rats4j.core;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A media type with its parameters (RFC 9193), such as {@code application/eat+cwt;
 * eat_profile="tag:psacertified.org,2023:psa#tfm"}.
 *
 * <p>Two are equal if their {@link #canonical()} texts are: type, subtype and parameter names count
 * without case, parameters without order and quoting, parameter values exactly, except that of
 * {@code cmwc_t}, which counts without case. The text is kept as it was given.
 */
public final class MediaType {
  private final String text;
  private final String name;
  private final Map<String, String> parameters;
  private final String canonical;

  MediaType(String text, String name, Map<String, String> parameters) {
    this.text = text;
    this.name = name.toLowerCase(Locale.ROOT);
    this.parameters =
        parameters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(parameters));
    this.canonical = canonical(this.name, this.parameters);
  }

  /**
   * Returns the media type that {@code text} spells.
   *
   * @throws IllegalArgumentException if {@code text} is not in the grammar of RFC 9193, or has a
   *     parameter twice
   */
  public static MediaType of(String text) {
    return new MediaTypeParser(text).parse();
  }

  /** Returns the text as it was given. */
  public String text() {
    return text;
  }

  /** Returns type and subtype in lower case, such as {@code application/eat+cwt}. */
  public String name() {
    return name;
  }

  /** Returns the parameters in the order of their names, which are in lower case; unquoted. */
  public Map<String, String> parameters() {
    return parameters;
  }

  /** Returns the value of the parameter {@code name}, which is in lower case; unquoted. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** Returns the one text that all equal media types have in common. */
  public String canonical() {
    return canonical;
  }

  private static String canonical(String name, Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return name;
    }
    StringBuilder canonical = new StringBuilder(name);
    parameters.forEach(
        (parameter, value) -> {
          boolean caseless = parameter.equals("cmwc_t");
          canonical.append("; ").append(parameter).append('=');
          appendValue(canonical, caseless ? value.toLowerCase(Locale.ROOT) : value);
        });
    return canonical.toString();
  }

  private static void appendValue(StringBuilder canonical, String value) {
    if (!value.isEmpty()
        && value.chars().allMatch(c -> MediaTypeParser.isTokenCharacter((char) c))) {
      canonical.append(value);
    } else {
      String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
      canonical.append('"').append(escaped).append('"');
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof MediaType other && canonical.equals(other.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  /** Returns the text as it was given. */
  @Override
  public String toString() {
    return text;
  }
}
