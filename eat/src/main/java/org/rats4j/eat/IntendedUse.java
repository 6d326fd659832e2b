package org.rats4j.eat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a token was made for ({@code intuse}; RFC 9711, section 4.3.3): a number in CBOR, a name in
 * JSON.
 *
 * <p>The registry is open. A number that is not known here has no name and so no form in JSON, and
 * the reverse.
 */
public final class IntendedUse {
  static final int MAX = 255;

  private static final List<String> NAMES =
      List.of(
          "Generic", "Registration", "Provisioning", "Certificate Issuance", "Proof-of-Possession");

  /** Any use. */
  public static final IntendedUse GENERIC = of(1);

  /** The device or application registers with a service. */
  public static final IntendedUse REGISTRATION = of(2);

  /** The device or application gets its keys or credentials. */
  public static final IntendedUse PROVISIONING = of(3);

  /** A certification authority is asked for a certificate. */
  public static final IntendedUse CERTIFICATE_ISSUANCE = of(4);

  /** Somebody shows that he has a key. */
  public static final IntendedUse PROOF_OF_POSSESSION = of(5);

  /** The number, or 0 if only the name is there. */
  private final int number;

  private final @Nullable String name;

  private IntendedUse(int number, @Nullable String name) {
    this.number = number;
    this.name = name;
  }

  /**
   * Returns the use with a number of the registry.
   *
   * @throws IllegalArgumentException if {@code number} is not in 1..255
   */
  public static IntendedUse of(int number) {
    if (number < 1 || number > MAX) {
      throw new IllegalArgumentException("intended use is not in 1..255: " + number);
    }
    return new IntendedUse(number, number <= NAMES.size() ? NAMES.get(number - 1) : null);
  }

  /** Returns the use with a name of the registry, known ones in any case. */
  public static IntendedUse of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < NAMES.size(); i++) {
      if (NAMES.get(i).toLowerCase(Locale.ROOT).equals(lower)) {
        return of(i + 1);
      }
    }
    return new IntendedUse(0, name);
  }

  /** Returns the number in CBOR; empty if only the name is known. */
  public OptionalInt number() {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Returns the name in JSON; empty if only the number is known. */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof IntendedUse other
        && number == other.number
        && Objects.equals(name, other.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(number, name);
  }

  @Override
  public String toString() {
    return name == null ? Integer.toString(number) : name;
  }
}
