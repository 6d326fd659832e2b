package org.rats4j.eat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the debug facilities can be used ({@code dbgstat}; RFC 9711, section 4.2.9). The list is
 * closed by the specification. A submodule does not inherit it, nor does it say anything of its
 * parent.
 */
public enum DebugStatus {
  /** They can be used. */
  ENABLED(0),
  /** They are off now. */
  DISABLED(1),
  /** They have been off since the boot. */
  DISABLED_SINCE_BOOT(2),
  /** Only the maker can turn them on, so {@code oemid} has to be there. */
  DISABLED_PERMANENTLY(3),
  /** Nobody can turn them on. */
  DISABLED_FULLY_AND_PERMANENTLY(4);

  static final int MAX = 4;

  private static final List<DebugStatus> BY_VALUE = List.of(values());

  private final int value;

  DebugStatus(int value) {
    this.value = value;
  }

  /** Returns the number in CBOR, 0 to 4. */
  public int value() {
    return value;
  }

  /** Returns the text in JSON, such as {@code disabled-since-boot}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the status with the number {@code value}, which is 0 to 4. */
  static DebugStatus of(int value) {
    return BY_VALUE.get(value);
  }

  static Optional<DebugStatus> ofText(String text) {
    for (DebugStatus status : values()) {
      if (status.text().equals(text)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
