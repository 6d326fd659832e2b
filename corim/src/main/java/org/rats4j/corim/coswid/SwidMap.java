package org.rats4j.corim.coswid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.RawEntries;

/**
 * What all maps of RFC 9393 have in common: a language, attributes and extensions.
 *
 * <pre>{@code
 * global-attributes = (? lang => text, * any-attribute)
 * any-attribute = (label => one-or-more<text> / one-or-more<int>)
 * }</pre>
 *
 * <p>Two maps are equal if they have the same members with the same values, in whatever order.
 */
public abstract sealed class SwidMap
    permits ConciseSwidTag,
        EntityEntry,
        LinkEntry,
        SoftwareMetaEntry,
        ResourceCollection,
        FilesystemItem,
        PathElements,
        ProcessEntry,
        ResourceEntry {
  static final Member<String> LANG = Member.optional(15, "lang", WireValues.TEXT);

  private final Content content;

  SwidMap(Content content) {
    this.content = content;
  }

  /** Returns the language of the texts, as a tag of BCP 47 ({@code lang}). */
  public final Optional<String> lang() {
    return get(LANG);
  }

  /** Returns an attribute that RFC 9393 does not name; empty also for extensions of other types. */
  public final Optional<SwidAttribute> attribute(Label label) {
    return content.others().get(label).flatMap(AttributeReader::ofRaw);
  }

  /**
   * Returns the members that RFC 9393 does not name, attributes and extensions alike: each value in
   * deterministic encoding, in the order in which they came.
   */
  public final RawEntries others() {
    return content.others();
  }

  final <T> Optional<T> get(Member<T> member) {
    return Optional.ofNullable(content.get(member));
  }

  /** Returns the value of a member that the map must have. */
  final <T> T require(Member<T> member) {
    return Objects.requireNonNull(content.get(member), member.name());
  }

  final <T> List<T> list(Member<List<T>> member) {
    List<T> values = content.get(member);
    return values == null ? List.of() : values;
  }

  final boolean isTrue(Member<Boolean> member) {
    return get(member).orElse(false);
  }

  final void write(CborWriter out) {
    content.shape().write(content, out);
  }

  @Override
  public final boolean equals(Object o) {
    return o instanceof SwidMap other
        && content.shape() == other.content.shape()
        && Arrays.equals(content.values(), other.content.values())
        && content.others().equals(other.content.others());
  }

  @Override
  public final int hashCode() {
    return 31 * Arrays.hashCode(content.values()) + content.others().hashCode();
  }

  @Override
  public final String toString() {
    StringJoiner text = new StringJoiner(", ", content.shape().name() + "[", "]");
    List<Member<?>> members = content.shape().members();
    for (int i = 0; i < members.size(); i++) {
      Object value = content.values()[i];
      if (value != null) {
        text.add(members.get(i).name() + "=" + value);
      }
    }
    if (!content.others().isEmpty()) {
      text.add(content.others().toString());
    }
    return text.toString();
  }

  /**
   * Builds a map. Not safe for use by several threads.
   *
   * @param <B> the class of the builder
   */
  public abstract static sealed class Builder<B extends Builder<B>>
      permits ConciseSwidTag.Builder,
          EntityEntry.Builder,
          LinkEntry.Builder,
          SoftwareMetaEntry.Builder,
          ResourceCollection.Builder,
          FilesystemItem.Builder,
          PathElements.Builder,
          ProcessEntry.Builder,
          ResourceEntry.Builder {
    private final Shape<?> shape;
    private final @Nullable Object[] values;
    private final Map<Label, Bytes> others = new LinkedHashMap<>();

    Builder(Shape<?> shape) {
      this.shape = shape;
      this.values = new @Nullable Object[shape.members().size()];
    }

    /** Starts with the members of {@code map}. */
    Builder(SwidMap map) {
      this(map.content.shape());
      for (int i = 0; i < values.length; i++) {
        Object value = map.content.values()[i];
        values[i] = value instanceof List<?> list ? new ArrayList<>(list) : value;
      }
      for (Label label : map.others().keys()) {
        others.put(label, map.others().get(label).orElseThrow());
      }
    }

    /** Sets the language of the texts, as a tag of BCP 47. */
    public final B lang(String value) {
      return set(LANG, value);
    }

    /**
     * Sets an attribute that RFC 9393 does not name.
     *
     * @throws IllegalArgumentException if the map has a member with this label
     */
    public final B attribute(Label label, SwidAttribute value) {
      return other(label, value.encode());
    }

    /**
     * Sets an extension of any type.
     *
     * @throws IllegalArgumentException if the map has a member with this label
     */
    public final B extension(Label label, CborItem value) {
      return other(label, value.encode());
    }

    private B other(Label label, Bytes raw) {
      if (shape.position(Objects.requireNonNull(label, "label")) >= 0) {
        throw new IllegalArgumentException(shape.name() + " has a member with label " + label);
      }
      others.put(label, raw);
      return self();
    }

    final <T> B set(Member<T> member, T value) {
      values[shape.position(member.label())] =
          member.type().checked(Objects.requireNonNull(value, member.name()));
      return self();
    }

    @SuppressWarnings("unchecked") // a list of checked elements
    final <T> B add(Member<List<T>> member, T value) {
      Objects.requireNonNull(value, member.name());
      int position = shape.position(member.label());
      if (values[position] == null) {
        values[position] = new ArrayList<T>();
      }
      ((List<T>) Objects.requireNonNull(values[position]))
          .addAll(member.type().checked(List.of(value)));
      return self();
    }

    /**
     * Returns what the map will hold.
     *
     * @throws IllegalStateException if a member is absent that the map must have
     */
    final Content content() {
      @Nullable Object[] copy = values.clone();
      List<Member<?>> members = shape.members();
      for (int i = 0; i < copy.length; i++) {
        if (copy[i] instanceof List<?> list) {
          copy[i] = List.copyOf(list);
        } else if (copy[i] == null && members.get(i).required()) {
          throw new IllegalStateException(shape.missing(members.get(i)));
        }
      }
      return new Content(shape, copy, RawEntries.of(others));
    }

    @SuppressWarnings("unchecked") // B is the class of this builder
    private B self() {
      return (B) this;
    }
  }
}
