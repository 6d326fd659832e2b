package org.rats4j.corim.internal;

import java.math.BigInteger;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Label;
import org.rats4j.core.Leniency;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.EpochTime;

/** Items of a CoRIM that hold no others, and what is remarked of them. */
abstract class ItemSource {
  final CborReader in;
  final String root;
  final Document document;

  ItemSource(CborReader in, String root, Document document) {
    this.in = in;
    this.root = root;
    this.document = document;
  }

  /** Returns what all of the document has in common. */
  public final Document document() {
    return document;
  }

  /** Returns the reader below, for reads that need nothing of this class. */
  public final CborReader cbor() {
    return in;
  }

  /** Returns the path of the item that was read last. */
  public final String path() {
    return in.path();
  }

  final String root() {
    return root;
  }

  /** Reads a text; texts that are alike become one. */
  public final String text() throws DecodingException {
    if (in.peekType() != CborType.TEXT_STRING) {
      return in.readText();
    }
    Bytes raw = in.peekRaw();
    String known = document.texts().get(raw);
    if (known != null) {
      in.skip();
      return known;
    }
    return document.texts().put(raw, in.readText());
  }

  /** Reads a number from 0 to 2^64-1. */
  public final long unsigned(String name) throws DecodingException {
    if (in.peekType() != CborType.UNSIGNED_INTEGER) {
      in.skip();
      throw fail(Reason.UNEXPECTED_STRUCTURE, name + " is no unsigned integer");
    }
    return ((Label.OfInteger) in.readLabel()).argument();
  }

  /** Reads a number from -2^64 to 2^64-1. */
  public final BigInteger integer(String name) throws DecodingException {
    if (!isInteger()) {
      in.skip();
      throw fail(Reason.UNEXPECTED_STRUCTURE, name + " is no integer");
    }
    return in.readInteger();
  }

  /** Returns whether an integer comes next. */
  public final boolean isInteger() {
    CborType type = in.peekType();
    return type == CborType.UNSIGNED_INTEGER || type == CborType.NEGATIVE_INTEGER;
  }

  /** Returns whether a tag comes next. */
  public final boolean isTag() {
    return in.peekType() == CborType.TAG;
  }

  /** Reads an integer or a text. */
  public final Label integerOrText(String name) throws DecodingException {
    if (in.peekType() == CborType.TEXT_STRING) {
      return Label.of(text());
    }
    if (!isInteger()) {
      in.skip();
      throw fail(Reason.UNEXPECTED_STRUCTURE, name + " is neither integer nor text");
    }
    return in.readLabel();
  }

  /** Reads a URI, tag 32. */
  public final String uri() throws DecodingException {
    if (in.tryTag(32)) {
      return text();
    }
    if (in.peekType() == CborType.TEXT_STRING) {
      String uri = text();
      deviation(CorimLeniencies.UNTAGGED_URI, Reason.UNEXPECTED_STRUCTURE, "URI without tag 32");
      return uri;
    }
    in.skip();
    throw fail(Reason.UNEXPECTED_STRUCTURE, "URI expected");
  }

  /** Reads a time, tag 1. */
  public final EpochTime time() throws DecodingException {
    if (in.tryTag(1)) {
      return number();
    }
    if (isInteger()) {
      EpochTime time = number();
      deviation(CorimLeniencies.UNTAGGED_TIME, Reason.UNEXPECTED_STRUCTURE, "time without tag 1");
      return time;
    }
    in.skip();
    throw fail(Reason.UNEXPECTED_STRUCTURE, "time expected");
  }

  /** Reads a number of seconds without tag. */
  public final EpochTime number() throws DecodingException {
    if (in.peekType() == CborType.FLOAT) {
      double seconds = in.readDouble();
      return in.build(() -> EpochTime.of(seconds));
    }
    return EpochTime.of(in.readLong());
  }

  /** Remarks on the item that was read last. */
  public final void warn(String code, String message) {
    remark(code, Severity.WARNING, message);
  }

  /** Remarks on the item that was read last. */
  public final void remark(String code, Severity severity, String message) {
    document.remarks().add(code, severity, root, this::path, message);
  }

  /** Records a deviation of the item that was read last, or refuses it. */
  public final void deviation(Leniency leniency, Reason reason, String message)
      throws DecodingException {
    document.remarks().deviation(leniency, reason, root, this::path, message);
  }

  /** Records a deviation of the item at {@code path}, or refuses it. */
  public final void deviationAt(String path, Leniency leniency, Reason reason, String message)
      throws DecodingException {
    document.remarks().deviation(leniency, reason, root, () -> path, message);
  }

  /** Returns whether the options accept {@code leniency}. */
  public final boolean allows(Leniency leniency) {
    return document.remarks().findings().options().allows(leniency);
  }

  /** Returns an exception for the item that was read last. */
  public final DecodingException fail(Reason reason, String detail) {
    return in.fail(reason, detail);
  }

  /** Returns an exception for the item that was read last. */
  public final DecodingException fail(Reason reason, String code, String detail) {
    return in.fail(reason, code, detail);
  }
}
