package org.rats4j.cmw;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.MediaType;

/**
 * Decodes messages of one type. A handler is a constant: declare it once, give it to {@link
 * CmwHandlers}, and ask the {@link CmwTree} by it.
 *
 * <pre>{@code
 * static final CmwContentHandler<UnverifiedEat> EAT =
 *     CmwContentHandler.ofName("application/eat+cwt", value -> Eat.decode(value, STRICT));
 * }</pre>
 *
 * @param <T> the Java type of the messages
 */
public final class CmwContentHandler<T> {

  /**
   * Decodes a message.
   *
   * @param <T> the Java type of the message
   */
  @FunctionalInterface
  public interface Decoder<T> {
    /**
     * Decodes {@code value}.
     *
     * @throws DecodingException if it is no such message
     */
    T decode(Bytes value) throws DecodingException;
  }

  private final CmwType type;
  private final boolean anyParameters;
  private final Decoder<T> decoder;

  private CmwContentHandler(CmwType type, boolean anyParameters, Decoder<T> decoder) {
    this.type = Objects.requireNonNull(type, "type");
    this.anyParameters = anyParameters;
    this.decoder = Objects.requireNonNull(decoder, "decoder");
  }

  /** Returns a handler of messages of exactly this media type, parameters included. */
  public static <T> CmwContentHandler<T> of(MediaType type, Decoder<T> decoder) {
    return new CmwContentHandler<>(CmwType.of(type), false, decoder);
  }

  /** Returns a handler of messages of this content-format. */
  public static <T> CmwContentHandler<T> of(ContentFormat type, Decoder<T> decoder) {
    return new CmwContentHandler<>(CmwType.of(type), false, decoder);
  }

  /**
   * Returns a handler of messages of this media type, whatever parameters it has. A handler of the
   * exact type comes before.
   *
   * @throws IllegalArgumentException if {@code name} is no media type, or has parameters
   */
  public static <T> CmwContentHandler<T> ofName(String name, Decoder<T> decoder) {
    MediaType type = MediaType.of(name);
    if (!type.parameters().isEmpty()) {
      throw new IllegalArgumentException("name has parameters");
    }
    return new CmwContentHandler<>(CmwType.of(type), true, decoder);
  }

  CmwType type() {
    return type;
  }

  boolean anyParameters() {
    return anyParameters;
  }

  T decode(Bytes value) throws DecodingException {
    return decoder.decode(value);
  }

  /** Returns the type. */
  @Override
  public String toString() {
    return "CmwContentHandler[" + type + "]";
  }
}
