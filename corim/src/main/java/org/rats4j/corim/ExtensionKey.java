package org.rats4j.corim;

import java.util.Objects;
import org.rats4j.core.Label;
import org.rats4j.core.codec.ValueCodec;

/**
 * Names an entry that a profile adds to a map, and knows how to read and write its value.
 *
 * <p>A key is a constant: declare it once, put it into a {@link CorimProfile}, and read values with
 * {@link RawEntries#get(ExtensionKey)}.
 *
 * @param place the map
 * @param label the key in the map; those of profiles are negative
 * @param name the name in JSON
 * @param codec what reads and writes the value
 * @param <T> the type of the value
 */
public record ExtensionKey<T>(ExtensionPlace place, Label label, String name, ValueCodec<T> codec) {
  /** Creates a key. */
  public ExtensionKey {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(codec, "codec");
  }

  /** Returns the key of a measured value. */
  public static <T> ExtensionKey<T> ofValue(long label, String name, ValueCodec<T> codec) {
    return new ExtensionKey<>(ExtensionPlace.MEASUREMENT_VALUES, Label.of(label), name, codec);
  }
}
