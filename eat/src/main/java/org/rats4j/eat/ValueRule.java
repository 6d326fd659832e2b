package org.rats4j.eat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rats4j.core.Bytes;

/**
 * What a profile demands of the value of a claim.
 *
 * @param <T> the type of the values
 * @param demand the demand in words, as the end of "the value must ...", such as "be 32 bytes"
 * @param holds whether a value is as demanded
 */
public record ValueRule<T>(String demand, Predicate<T> holds) {
  /** Creates a rule. */
  public ValueRule {
    Objects.requireNonNull(demand, "demand");
    Objects.requireNonNull(holds, "holds");
  }

  /** Demands one of these sizes in bytes. */
  public static ValueRule<Bytes> size(int... sizes) {
    int[] allowed = sizes.clone();
    return new ValueRule<>(
        "be " + alternatives(allowed) + " bytes", value -> isOneOf(value.size(), allowed));
  }

  /** Demands {@code min} to {@code max} bytes. */
  public static ValueRule<Bytes> sizeBetween(int min, int max) {
    return new ValueRule<>(
        "be " + min + " to " + max + " bytes", value -> value.size() >= min && value.size() <= max);
  }

  /** Demands a number from {@code min} to {@code max}. */
  public static ValueRule<Long> between(long min, long max) {
    return new ValueRule<>("be in " + min + ".." + max, value -> value >= min && value <= max);
  }

  /** Demands a text that is matched as a whole; choose a pattern that does not backtrack much. */
  public static ValueRule<String> matching(Pattern pattern) {
    return new ValueRule<>("match " + pattern.pattern(), value -> pattern.matcher(value).matches());
  }

  /** Demands one of these values. */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads the array
  public static <T> ValueRule<T> oneOf(T... values) {
    List<T> allowed = List.of(values);
    return new ValueRule<>(
        "be " + allowed.stream().map(String::valueOf).collect(Collectors.joining(" or ")),
        allowed::contains);
  }

  /** Demands exactly one nonce, of any size. */
  public static ValueRule<Nonces> oneNonce() {
    return new ValueRule<>("be one nonce", value -> value.values().size() == 1);
  }

  /** Demands exactly one nonce, of one of these sizes in bytes, or of their base64url as text. */
  public static ValueRule<Nonces> oneNonce(int... sizes) {
    int[] allowed = sizes.clone();
    int[] texts = Arrays.stream(allowed).map(size -> (size * 8 + 5) / 6).toArray();
    return new ValueRule<>(
        "be one nonce of " + alternatives(allowed) + " bytes",
        value -> {
          Nonce first = value.values().get(0);
          boolean fits =
              first.bytes().isPresent()
                  ? isOneOf(first.bytes().get().size(), allowed)
                  : isOneOf(first.jsonText().length(), texts);
          return fits && value.values().size() == 1;
        });
  }

  private static boolean isOneOf(int size, int[] sizes) {
    return Arrays.stream(sizes).anyMatch(each -> each == size);
  }

  private static String alternatives(int[] sizes) {
    return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(" or "));
  }
}
