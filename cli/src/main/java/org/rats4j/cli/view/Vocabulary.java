package org.rats4j.cli.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;

/**
 * The names and meanings of the keys of a map. A key that is not in the vocabulary keeps its number
 * or text.
 */
public final class Vocabulary {
  private final Map<Long, Term> byLabel;
  private final Map<String, Term> byName;

  private record Term(String name, Meaning meaning) {}

  private Vocabulary(Builder builder) {
    byLabel = Map.copyOf(builder.byLabel);
    byName = Map.copyOf(builder.byName);
  }

  /** Returns a builder without terms. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns whether {@code label} has a name. */
  public boolean knows(long label) {
    return byLabel.containsKey(label);
  }

  /** Returns whether {@code name} is in this vocabulary. */
  public boolean knows(String name) {
    return byName.containsKey(name);
  }

  /** Returns {@code item} with names, if it is a map; otherwise as it is. */
  public View show(CborItem item) {
    if (!(item instanceof CborMap map)) {
      return Meaning.PLAIN.show(item);
    }
    View.Builder group = View.Group.builder();
    map.entries()
        .forEach(
            (key, value) -> {
              Term term = Meanings.small(key).map(byLabel::get).orElse(null);
              if (term == null) {
                group.put(Meaning.label(key), Meaning.PLAIN.show(value));
              } else {
                group.put(term.name(), term.meaning().show(value));
              }
            });
    return group.build();
  }

  /** Returns {@code value} with meanings, if it is an object; otherwise as it is. */
  public View show(JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return Meaning.PLAIN.show(value);
    }
    Map<String, View> members = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, member) -> {
              Term term = byName.get(name);
              members.put(name, (term == null ? Meaning.PLAIN : term.meaning()).show(member));
            });
    return new View.Group(members);
  }

  /** Builds a {@link Vocabulary}. Not safe for use by several threads. */
  public static final class Builder {
    private final Map<Long, Term> byLabel = new LinkedHashMap<>();
    private final Map<String, Term> byName = new LinkedHashMap<>();

    private Builder() {}

    /** Names {@code label}; its value is shown as it is. */
    public Builder term(long label, String name) {
      return term(label, name, Meaning.PLAIN);
    }

    /** Names {@code label} and says how its value is shown, in JSON under that name, too. */
    public Builder term(long label, String name, Meaning meaning) {
      byLabel.put(label, new Term(name, meaning));
      return name(name, meaning);
    }

    /** Says how the member {@code name} of a JSON object is shown. */
    public Builder name(String name, Meaning meaning) {
      byName.put(name, new Term(name, meaning));
      return this;
    }

    /** Returns the vocabulary. */
    public Vocabulary build() {
      return new Vocabulary(this);
    }
  }
}
