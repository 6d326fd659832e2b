package org.rats4j.corim.coswid;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Label;

/**
 * Who had to do with the software or its tag, and how (RFC 9393, section 2.6).
 *
 * <pre>{@code
 * entity-entry = {
 *   entity-name (31) => text,
 *   ? reg-id (32) => any-uri,
 *   role (33) => one-or-more<$role>,
 *   ? thumbprint (34) => hash-entry,
 *   * $$entity-extension,
 *   global-attributes
 * }
 * }</pre>
 */
public final class EntityEntry extends SwidMap {
  private static final Member<String> ENTITY_NAME =
      Member.required(31, "entity-name", WireValues.TEXT);
  private static final Member<String> REG_ID = Member.optional(32, "reg-id", WireValues.URI);
  private static final Member<List<Label>> ROLE =
      Member.oneOrMore(33, "role", WireValues.BYTE_INDEX).mandatory();
  private static final Member<HashEntry> THUMBPRINT =
      Member.optional(34, "thumbprint", WireValues.HASH);

  static final Shape<EntityEntry> SHAPE =
      new Shape<>("entity-entry", EntityEntry::new, List.of(ENTITY_NAME, REG_ID, ROLE, THUMBPRINT));

  private EntityEntry(Content content) {
    super(content);
  }

  /**
   * Returns a builder of an entity.
   *
   * @param role what it did, a constant of {@link Role} or any other
   */
  public static Builder builder(String name, Label role) {
    return new Builder().set(ENTITY_NAME, name).addRole(role);
  }

  /** Returns the name ({@code entity-name}). */
  public String name() {
    return require(ENTITY_NAME);
  }

  /** Returns a URI that is the entity's own ({@code reg-id}). */
  public Optional<String> regId() {
    return get(REG_ID);
  }

  /** Returns what the entity did, one or more constants of {@link Role} or others. */
  public List<Label> roles() {
    return list(ROLE);
  }

  /** Returns the hash of the certificate of the entity ({@code thumbprint}). */
  public Optional<HashEntry> thumbprint() {
    return get(THUMBPRINT);
  }

  /** Builds {@link EntityEntry}. Not safe for use by several threads. */
  public static final class Builder extends SwidMap.Builder<Builder> {
    private Builder() {
      super(SHAPE);
    }

    /** Sets a URI that is the entity's own. */
    public Builder regId(String value) {
      return set(REG_ID, value);
    }

    /**
     * Adds a role.
     *
     * @throws IllegalArgumentException if {@code value} is an integer that is not in -256..255
     */
    public Builder addRole(Label value) {
      return add(ROLE, value);
    }

    /** Sets the hash of the certificate of the entity. */
    public Builder thumbprint(HashEntry value) {
      return set(THUMBPRINT, value);
    }

    /** Returns the entity. */
    public EntityEntry build() {
      return new EntityEntry(content());
    }
  }
}
