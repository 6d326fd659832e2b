package org.rats4j.corim.coswid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.internal.Source;

/**
 * The members of one kind of map, and its codec.
 *
 * @param <M> the class of the map
 */
final class Shape<M extends SwidMap> {
  private static final int LABELS = 58;

  private final String name;
  private final Function<Content, M> constructor;
  private final List<Member<?>> members;

  /** One more than the position of the member with a label, or 0. */
  private final byte[] positions = new byte[LABELS];

  Shape(String name, Function<Content, M> constructor, List<Member<?>> members) {
    this.name = name;
    this.constructor = constructor;
    List<Member<?>> all = new ArrayList<>(members);
    all.add(SwidMap.LANG);
    this.members = List.copyOf(all);
    for (int i = 0; i < all.size(); i++) {
      positions[(int) ((Label.OfInteger) all.get(i).label()).longValue()] = (byte) (i + 1);
    }
  }

  String name() {
    return name;
  }

  List<Member<?>> members() {
    return members;
  }

  /** Returns the position of the member with {@code label}, or -1. */
  int position(Label label) {
    if (label instanceof Label.OfInteger integer
        && !integer.negative()
        && integer.argument() >= 0
        && integer.argument() < LABELS) {
      return positions[(int) integer.argument()] - 1;
    }
    return -1;
  }

  /** Returns how a map of this shape is read and written as a value. */
  WireValue<M> type() {
    return new WireValue<>(this::read, (out, map) -> map.write(out));
  }

  M read(Source in) throws DecodingException {
    in.cbor().startMap();
    @Nullable Object[] values = new @Nullable Object[members.size()];
    RawEntries.Builder others = RawEntries.builder();
    while (in.hasNext()) {
      Label label = in.cbor().readLabel();
      int position = position(label);
      if (position < 0) {
        readOther(label, in, others);
      } else {
        values[position] = members.get(position).type().reader().read(in);
      }
    }
    in.cbor().endMap();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null && members.get(i).required()) {
        throw in.fail(Reason.UNEXPECTED_STRUCTURE, CorimCodes.MISSING_KEY, missing(members.get(i)));
      }
    }
    return constructor.apply(new Content(this, values, others.build()));
  }

  String missing(Member<?> member) {
    return name + " without " + member.name() + " (" + member.label() + ")";
  }

  private void readOther(Label label, Source in, RawEntries.Builder others)
      throws DecodingException {
    boolean attribute = AttributeReader.isNext(in.cbor());
    others.put(label, in.cbor().readItem());
    if (!attribute || label instanceof Label.OfInteger) {
      in.warn(CorimCodes.UNKNOWN_KEY, "coswid extension " + label + " in " + shortName());
    }
  }

  private String shortName() {
    return name.equals("concise-swid-tag") ? "coswid" : name.replaceFirst("-entry$", "");
  }

  /** Writes {@code content}, which is of this shape. */
  void write(Content content, CborWriter out) {
    out.startMap();
    for (int i = 0; i < members.size(); i++) {
      write(members.get(i), content.values()[i], out);
    }
    content.others().write(out);
    out.endMap();
  }

  @SuppressWarnings("unchecked") // a value was read or checked by the type of its member
  private static <T> void write(Member<T> member, @Nullable Object value, CborWriter out) {
    if (value != null) {
      out.writeLabel(member.label());
      member.type().writer().write(out, (T) value);
    }
  }
}
