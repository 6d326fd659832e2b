package org.rats4j.core.der;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;

/**
 * One value in DER, and a view of the bytes that it was read from.
 *
 * <p>The methods that are named after a type throw {@link DecodingException} with the path {@code
 * ""}, since a value does not know where it stands; whoever reads a message adds that.
 */
public final class DerValue {
  /** Code: the input ends too early, or a value is longer than what is around it. */
  public static final String TRUNCATED = "DER_TRUNCATED";

  /** Code: bytes behind the value. */
  public static final String TRAILING_BYTES = "DER_TRAILING_BYTES";

  /** Code: a value that is not in its only encoding. */
  public static final String NON_CANONICAL = "DER_NON_CANONICAL";

  /** Code: a GeneralizedTime that is not in its only encoding, or no time. */
  public static final String TIME_NOT_DER = "TIME_NOT_DER";

  /** Tag of a BOOLEAN. */
  public static final int BOOLEAN = 0x01;

  /** Tag of an INTEGER. */
  public static final int INTEGER = 0x02;

  /** Tag of a BIT STRING. */
  public static final int BIT_STRING = 0x03;

  /** Tag of an OCTET STRING. */
  public static final int OCTET_STRING = 0x04;

  /** Tag of NULL. */
  public static final int NULL = 0x05;

  /** Tag of an OBJECT IDENTIFIER. */
  public static final int OID = 0x06;

  /** Tag of a UTF8String. */
  public static final int UTF8_STRING = 0x0c;

  /** Tag of a UTCTime. */
  public static final int UTC_TIME = 0x17;

  /** Tag of a GeneralizedTime. */
  public static final int GENERALIZED_TIME = 0x18;

  /** Tag of a SEQUENCE. */
  public static final int SEQUENCE = 0x30;

  /** Tag of a SET. */
  public static final int SET = 0x31;

  static final int ENUMERATED = 0x0a;
  static final int RELATIVE_OID = 0x0d;
  static final int NUMERIC_STRING = 0x12;
  static final int PRINTABLE_STRING = 0x13;
  static final int TELETEX_STRING = 0x14;
  static final int VIDEOTEX_STRING = 0x15;
  static final int IA5_STRING = 0x16;
  static final int GRAPHIC_STRING = 0x19;
  static final int VISIBLE_STRING = 0x1a;
  static final int GENERAL_STRING = 0x1b;
  static final int UNIVERSAL_STRING = 0x1c;
  static final int BMP_STRING = 0x1e;
  static final int CONSTRUCTED = 0x20;

  private static final int CONTEXT = 0x80;
  private static final int CLASS = 0xc0;
  private static final int LONG_TAG = 0x1f;
  private static final int CONTINUED = 0x80;

  private final Bytes all;
  private final int start;
  private final int content;
  private final int end;

  private DerValue(Bytes all, int start, int content, int end) {
    this.all = all;
    this.start = start;
    this.content = content;
    this.end = end;
  }

  /**
   * Decodes exactly one value. Of the options, {@code inputBytes} and {@code depth} count; depth is
   * how deep constructed values may nest.
   *
   * @param path what errors say of the place
   * @throws DecodingException if {@code der} is anything else than one value in DER, or exceeds a
   *     limit
   */
  public static DerValue decode(Bytes der, DecodeOptions options, String path)
      throws DecodingException {
    DerGate.check(der, options, path);
    return at(der, 0);
  }

  /** Reads the head at {@code start} of bytes that passed the gate. */
  private static DerValue at(Bytes all, int start) {
    int position = start;
    if ((all.at(position++) & LONG_TAG) == LONG_TAG) {
      while (all.at(position++) >= CONTINUED) {
        // The number of the tag goes on.
      }
    }
    int length = all.at(position++);
    if (length >= CONTINUED) {
      int bytes = length - CONTINUED;
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | all.at(position++);
      }
    }
    return new DerValue(all, start, position, position + length);
  }

  /** Returns the first octet: class, whether constructed, and the number where that is below 31. */
  public int tag() {
    return all.at(start);
  }

  /** Returns whether the first octet is {@code tag}, such as {@link #SEQUENCE}. */
  public boolean is(int tag) {
    return tag() == tag;
  }

  /** Returns whether this is in the class of tags whose meaning depends on the context. */
  public boolean isContext() {
    return (tag() & CLASS) == CONTEXT;
  }

  /** Returns whether this has the tag {@code [number]} and is constructed; up to 30. */
  public boolean isContext(int number) {
    return tag() == (CONTEXT | CONSTRUCTED | number);
  }

  /** Returns the value as it was received. */
  public Bytes encoded() {
    return all.slice(start, end - start);
  }

  /** Returns what is behind tag and length. */
  public Bytes content() {
    return all.slice(content, end - content);
  }

  /** Returns the values inside this one, none if it is primitive. */
  public List<DerValue> members() {
    List<DerValue> members = new ArrayList<>();
    if ((tag() & CONSTRUCTED) != 0) {
      int position = content;
      while (position < end) {
        DerValue member = at(all, position);
        members.add(member);
        position = member.end;
      }
    }
    return members;
  }

  /**
   * Returns the members.
   *
   * @throws DecodingException if this is no SEQUENCE
   */
  public List<DerValue> sequence() throws DecodingException {
    require(SEQUENCE, "SEQUENCE");
    return members();
  }

  /**
   * Returns the members.
   *
   * @throws DecodingException if this is no SET
   */
  public List<DerValue> set() throws DecodingException {
    require(SET, "SET");
    return members();
  }

  /**
   * Returns the value.
   *
   * @throws DecodingException if this is no BOOLEAN
   */
  public boolean bool() throws DecodingException {
    require(BOOLEAN, "BOOLEAN");
    return all.at(content) != 0;
  }

  /**
   * Returns the value.
   *
   * @throws DecodingException if this is no INTEGER
   */
  public BigInteger integer() throws DecodingException {
    require(INTEGER, "INTEGER");
    return end - content == 1
        ? BigInteger.valueOf((byte) all.at(content))
        : new BigInteger(content().toByteArray());
  }

  /**
   * Returns the content.
   *
   * @throws DecodingException if this is no OCTET STRING
   */
  public Bytes octets() throws DecodingException {
    require(OCTET_STRING, "OCTET STRING");
    return content();
  }

  /**
   * Returns the octets of a BIT STRING.
   *
   * @throws DecodingException if this is no BIT STRING, or not of whole octets
   */
  public Bytes wholeBits() throws DecodingException {
    require(BIT_STRING, "BIT STRING");
    if (all.at(content) != 0) {
      throw unexpected("BIT STRING is not of whole octets");
    }
    return all.slice(content + 1, end - content - 1);
  }

  /**
   * Returns the value.
   *
   * @throws DecodingException if this is no OBJECT IDENTIFIER, or one beyond the limits of {@link
   *     Oid}
   */
  public Oid oid() throws DecodingException {
    require(OID, "OBJECT IDENTIFIER");
    try {
      return Oid.ofOctets(content());
    } catch (IllegalArgumentException e) {
      throw DecodingException.of(Reason.LIMIT_EXCEEDED, "", "OBJECT IDENTIFIER is too long");
    }
  }

  /**
   * Returns the text.
   *
   * @throws DecodingException if this is no UTF8String
   */
  public String utf8() throws DecodingException {
    require(UTF8_STRING, "UTF8String");
    return content().toUtf8();
  }

  /**
   * Returns the time.
   *
   * @throws DecodingException if this is no GeneralizedTime
   */
  public GeneralizedTime generalizedTime() throws DecodingException {
    require(GENERALIZED_TIME, "GeneralizedTime");
    return GeneralizedTime.decode(content());
  }

  private void require(int tag, String name) throws DecodingException {
    if (!is(tag)) {
      throw unexpected("no " + name);
    }
  }

  private static DecodingException unexpected(String detail) {
    return DecodingException.of(Reason.UNEXPECTED_STRUCTURE, "", detail);
  }

  /** Returns whether the other has the same bytes. */
  @Override
  public boolean equals(Object o) {
    return o instanceof DerValue other && encoded().equals(other.encoded());
  }

  @Override
  public int hashCode() {
    return encoded().hashCode();
  }

  /** Returns tag and length; the content may be a secret. */
  @Override
  public String toString() {
    return "DerValue[tag=" + tag() + ", length=" + (end - content) + "]";
  }
}
