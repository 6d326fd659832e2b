package org.rats4j.corim;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;

/**
 * The name of a CoRIM or of one of its tags.
 *
 * <pre>{@code
 * $corim-id-type-choice /= tstr / uuid-type
 * $tag-id-type-choice /= tstr / uuid-type
 * uuid-type = bytes .size 16
 * }</pre>
 *
 * <p>The text of a UUID and its 16 bytes are two names.
 */
public sealed interface TagId {

  /** Returns the name {@code text}. */
  static TagId of(String text) {
    return new OfText(text);
  }

  /** Returns the name {@code uuid}. */
  static TagId of(UUID uuid) {
    return new OfUuid(uuid);
  }

  /**
   * Reads a name.
   *
   * @throws DecodingException if {@code in} stands neither at a text nor at 16 bytes
   */
  static TagId read(CborReader in) throws DecodingException {
    if (in.peekType() == CborType.TEXT_STRING) {
      return new OfText(in.readText());
    }
    ByteBuffer bytes = in.readBytes(16, 16).asByteBuffer();
    return new OfUuid(new UUID(bytes.getLong(), bytes.getLong()));
  }

  /** Writes this name. */
  void write(CborWriter out);

  /** Returns the text, or the UUID in its canonical form. */
  @Override
  String toString();

  /**
   * A name that is text.
   *
   * @param text the name
   */
  record OfText(String text) implements TagId, Comparable<OfText> {
    /** Creates a name. */
    public OfText {
      Objects.requireNonNull(text, "text");
    }

    /** Compares as text. It also keeps hash tables fast where a CoRIM has names of one hash. */
    @Override
    public int compareTo(OfText other) {
      return text.compareTo(other.text);
    }

    @Override
    public void write(CborWriter out) {
      out.writeText(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A name that is a UUID.
   *
   * @param uuid the name
   */
  record OfUuid(UUID uuid) implements TagId, Comparable<OfUuid> {
    /** Creates a name. */
    public OfUuid {
      Objects.requireNonNull(uuid, "uuid");
    }

    /** Compares as UUIDs do. It also keeps hash tables fast where a CoRIM has names of one hash. */
    @Override
    public int compareTo(OfUuid other) {
      return uuid.compareTo(other.uuid);
    }

    @Override
    public void write(CborWriter out) {
      ByteBuffer bytes = ByteBuffer.allocate(16);
      bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
      out.writeBytes(Bytes.copyOf(bytes.array()));
    }

    @Override
    public String toString() {
      return uuid.toString();
    }
  }
}
