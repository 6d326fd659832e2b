package org.rats4j.eat;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether the debug facilities can be used ({@code dbgstat}; RFC 9711, section 4.2.9). The list is
 * closed by the specification. A submodule does not inherit it, nor does it say anything of its
 * parent.
 */
public enum DebugStatus {
  /** They can be used. */
  ENABLED,
  /** They are off now. */
  DISABLED,
  /** They have been off since the boot. */
  DISABLED_SINCE_BOOT,
  /** Only the maker can turn them on, so {@code oemid} has to be there. */
  DISABLED_PERMANENTLY,
  /** Nobody can turn them on. */
  DISABLED_FULLY_AND_PERMANENTLY;

  /** Returns the number in CBOR, 0 to 4. */
  public int value() {
    return ordinal();
  }

  /** Returns the text in JSON, such as {@code disabled-since-boot}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
