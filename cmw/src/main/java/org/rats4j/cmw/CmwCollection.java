package org.rats4j.cmw;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Label;

/**
 * Wrappers by label (RFC 9999, section 3.3).
 *
 * <pre>{@code
 * json-collection = { ? "__cmwc_t": ~uri / oid, + text => json-cmw }
 * cbor-collection = { ? "__cmwc_t": ~uri / oid, + (int / text) => cbor-cmw }
 * }</pre>
 *
 * <p>The type is a namespace for the labels. Members can be exchanged on the way unless the whole
 * is signed, or each is bound to the others by a nonce or hash.
 */
public final class CmwCollection implements Cmw {
  /** The reserved label of the type. */
  static final String TYPE_LABEL = "__cmwc_t";

  private final @Nullable String type;
  private final Map<Label, Cmw> entries;

  private CmwCollection(@Nullable String type, Map<Label, Cmw> entries) {
    this.type = type;
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a collection that was received; its labels may be blank. */
  static CmwCollection received(@Nullable String type, Map<Label, Cmw> entries) {
    return new CmwCollection(type, entries);
  }

  /** Returns the type of the collection, a URI without fragment or an object identifier. */
  public Optional<String> type() {
    return Optional.ofNullable(type);
  }

  /** Returns the wrappers by label; one or more, in the order in which they came. */
  public Map<Label, Cmw> entries() {
    return entries;
  }

  /** Returns the wrapper with {@code label}. */
  public Optional<Cmw> get(Label label) {
    return Optional.ofNullable(entries.get(label));
  }

  /** Returns the wrapper with {@code label}. */
  public Optional<Cmw> get(String label) {
    return get(Label.of(label));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CmwCollection other
        && Objects.equals(type, other.type)
        && entries.equals(other.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, entries);
  }

  @Override
  public String toString() {
    return "CmwCollection[" + (type == null ? "" : type + ", ") + entries + "]";
  }

  /** Builds {@link CmwCollection}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable String type;
    private final Map<Label, Cmw> entries = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Sets the type.
     *
     * @throws IllegalArgumentException if {@code type} is neither a URI without fragment nor an
     *     object identifier in dotted form
     */
    public Builder type(String type) {
      this.type = CollectionTypes.check(type);
      return this;
    }

    /**
     * Adds a wrapper.
     *
     * @throws IllegalArgumentException if {@code label} is blank, reserved, or there already
     */
    public Builder put(String label, Cmw cmw) {
      return put(Label.of(label), cmw);
    }

    /**
     * Adds a wrapper.
     *
     * @throws IllegalArgumentException if {@code label} is a blank or reserved text, or there
     *     already
     */
    public Builder put(Label label, Cmw cmw) {
      if (label instanceof Label.OfText text
          && (text.value().isBlank() || text.value().equals(TYPE_LABEL))) {
        throw new IllegalArgumentException("label is blank or reserved");
      }
      if (entries.putIfAbsent(label, Objects.requireNonNull(cmw, "cmw")) != null) {
        throw new IllegalArgumentException("label is there already: " + label);
      }
      return this;
    }

    /**
     * Returns the collection.
     *
     * @throws IllegalStateException if it has no entry
     */
    public CmwCollection build() {
      if (entries.isEmpty()) {
        throw new IllegalStateException("collection has no entry");
      }
      return new CmwCollection(type, entries);
    }
  }
}
