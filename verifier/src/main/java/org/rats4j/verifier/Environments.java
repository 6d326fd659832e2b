package org.rats4j.verifier;

import java.util.Optional;
import java.util.OptionalLong;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;

/** Environments beside each other. */
final class Environments {
  private Environments() {}

  /** Returns whether {@code whole} has all that {@code part} has. */
  static boolean contains(Environment part, Environment whole) {
    return part.unknown().isEmpty()
        && within(part.instance(), whole.instance())
        && within(part.group(), whole.group())
        && (part.environmentClass().isEmpty()
            || (whole.environmentClass().isPresent()
                && contains(part.environmentClass().get(), whole.environmentClass().get())));
  }

  private static boolean contains(EnvironmentClass part, EnvironmentClass whole) {
    return part.unknown().isEmpty()
        && within(part.id(), whole.id())
        && within(part.vendor(), whole.vendor())
        && within(part.model(), whole.model())
        && within(part.layer(), whole.layer())
        && within(part.index(), whole.index());
  }

  private static boolean within(Optional<?> part, Optional<?> whole) {
    return part.isEmpty() || part.equals(whole);
  }

  private static boolean within(OptionalLong part, OptionalLong whole) {
    return part.isEmpty() || part.equals(whole);
  }
}
