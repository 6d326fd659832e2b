package org.rats4j.corim;

import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.coswid.ConciseSwidTag;

/**
 * A tag in a CoRIM: what it says, and the bytes that say so.
 *
 * <pre>{@code
 * $concise-tag-type-choice /= tagged-concise-swid-tag / tagged-concise-mid-tag
 *                           / tagged-concise-tl-tag
 * tagged-concise-swid-tag = #6.505(bytes .cbor concise-swid-tag)
 * tagged-concise-mid-tag = #6.506(bytes .cbor concise-mid-tag)
 * tagged-concise-tl-tag = #6.508(bytes .cbor concise-tl-tag)
 * }</pre>
 *
 * <p>Two are equal if they say the same, however it is encoded.
 */
public sealed interface ConciseTag {
  /** The CBOR tag of a CoSWID. */
  long COSWID = 505;

  /** The CBOR tag of a CoMID. */
  long COMID = 506;

  /** The CBOR tag of a CoTS, a store of trust anchors. */
  long COTS = 507;

  /** The CBOR tag of a CoTL. */
  long COTL = 508;

  /** Returns the CBOR tag, unsigned. */
  long number();

  /**
   * Returns what is under the tag: of a number that this library knows the content of the byte
   * string, as it was received; of another one the item.
   */
  Bytes content();

  /** Returns {@code comid} as a tag. */
  static ConciseTag of(Comid comid) {
    return new OfComid(comid, comid.encode());
  }

  /** Returns {@code coswid} as a tag. */
  static ConciseTag of(ConciseSwidTag coswid) {
    return new OfCoswid(coswid, coswid.encode());
  }

  /** Returns {@code cotl} as a tag. */
  static ConciseTag of(Cotl cotl) {
    return new OfCotl(cotl, cotl.encode());
  }

  /**
   * A CoMID.
   *
   * @param comid what it says
   * @param content how it says so
   */
  record OfComid(Comid comid, Bytes content) implements ConciseTag {
    /** Creates a tag. */
    public OfComid {
      Objects.requireNonNull(comid, "comid");
      Objects.requireNonNull(content, "content");
    }

    @Override
    public long number() {
      return COMID;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof OfComid other && comid.equals(other.comid);
    }

    @Override
    public int hashCode() {
      return comid.hashCode();
    }

    @Override
    public String toString() {
      return comid.toString();
    }
  }

  /**
   * A CoSWID.
   *
   * @param coswid what it says
   * @param content how it says so
   */
  record OfCoswid(ConciseSwidTag coswid, Bytes content) implements ConciseTag {
    /** Creates a tag. */
    public OfCoswid {
      Objects.requireNonNull(coswid, "coswid");
      Objects.requireNonNull(content, "content");
    }

    @Override
    public long number() {
      return COSWID;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof OfCoswid other && coswid.equals(other.coswid);
    }

    @Override
    public int hashCode() {
      return coswid.hashCode();
    }

    @Override
    public String toString() {
      return "CoSWID " + coswid.tagId();
    }
  }

  /**
   * A CoTL.
   *
   * @param cotl what it says
   * @param content how it says so
   */
  record OfCotl(Cotl cotl, Bytes content) implements ConciseTag {
    /** Creates a tag. */
    public OfCotl {
      Objects.requireNonNull(cotl, "cotl");
      Objects.requireNonNull(content, "content");
    }

    @Override
    public long number() {
      return COTL;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof OfCotl other && cotl.equals(other.cotl);
    }

    @Override
    public int hashCode() {
      return cotl.hashCode();
    }

    @Override
    public String toString() {
      return "CoTL " + cotl.identity();
    }
  }

  /**
   * A CoTS, which this library carries and does not look into.
   *
   * @param content one CBOR item
   */
  record OfCots(Bytes content) implements ConciseTag {
    /** Creates a tag. */
    public OfCots {
      Objects.requireNonNull(content, "content");
    }

    @Override
    public long number() {
      return COTS;
    }

    @Override
    public String toString() {
      return "CoTS of " + content.size() + " bytes";
    }
  }

  /**
   * A tag that a {@link TagDecoder} read.
   *
   * @param number the CBOR tag, unsigned
   * @param content what is under it, as in {@link ConciseTag#content()}
   * @param value what the decoder made of it
   */
  record Decoded(long number, Bytes content, Object value) implements ConciseTag {
    /** Creates a tag. */
    public Decoded {
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(value, "value");
    }

    /** Returns what the decoder made of it, if it is of this type. */
    public <T> Optional<T> value(Class<T> type) {
      return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /** Two are equal if they are the same bytes, whoever read them. */
    @Override
    public boolean equals(Object o) {
      return o instanceof Decoded other && number == other.number && content.equals(other.content);
    }

    @Override
    public int hashCode() {
      return content.hashCode();
    }

    @Override
    public String toString() {
      return "tag " + Long.toUnsignedString(number);
    }
  }

  /**
   * A tag that nobody here knows.
   *
   * @param number the CBOR tag, unsigned
   * @param content the item under it
   */
  record Unknown(long number, Bytes content) implements ConciseTag {
    /**
     * Creates a tag.
     *
     * @throws IllegalArgumentException if {@code number} is one of those that are known
     */
    public Unknown {
      Objects.requireNonNull(content, "content");
      if (number >= COSWID && number <= COTL) {
        throw new IllegalArgumentException("tag " + number + " is known");
      }
    }

    @Override
    public String toString() {
      return "tag " + Long.toUnsignedString(number);
    }
  }
}
