package org.rats4j.corim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An organization and what it did for a CoRIM or a CoMID.
 *
 * <pre>{@code
 * entity-map<role-type, extension> = {
 *   &(entity-name: 0) => tstr
 *   ? &(reg-id: 1) => uri
 *   &(role: 2) => [ + role-type ]
 *   * extension
 * }
 * }</pre>
 *
 * <p>Roles are numbers of one of two registries: {@link CorimRole} in a CoRIM, {@link
 * org.rats4j.corim.comid.ComidRole} in a CoMID. One that nobody knows is kept.
 */
public final class Entity {
  private final String name;
  private final @Nullable String regId;
  private final List<Long> roles;
  private final RawEntries extensions;

  private Entity(String name, @Nullable String regId, List<Long> roles, RawEntries extensions) {
    this.name = Objects.requireNonNull(name, "name");
    this.regId = regId;
    this.roles = List.copyOf(roles);
    this.extensions = extensions;
    if (this.roles.isEmpty()) {
      throw new IllegalArgumentException("entity has no role");
    }
  }

  /**
   * Returns an entity.
   *
   * @throws IllegalArgumentException if there is no role
   */
  public static Entity of(String name, List<Long> roles) {
    return new Entity(name, null, roles, RawEntries.EMPTY);
  }

  /** Returns this entity with the URI of its registration. */
  public Entity withRegId(String uri) {
    return new Entity(name, Objects.requireNonNull(uri, "uri"), roles, extensions);
  }

  /** Returns this entity with these extensions in place of others. */
  public Entity withExtensions(RawEntries entries) {
    return new Entity(name, regId, roles, Objects.requireNonNull(entries, "entries"));
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the URI of the registration. */
  public Optional<String> regId() {
    return Optional.ofNullable(regId);
  }

  /** Returns the roles, at least one. */
  public List<Long> roles() {
    return roles;
  }

  /** Returns the entries that the specification does not define. */
  public RawEntries extensions() {
    return extensions;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Entity other
        && name.equals(other.name)
        && Objects.equals(regId, other.regId)
        && roles.equals(other.roles)
        && extensions.equals(other.extensions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, regId, roles);
  }

  @Override
  public String toString() {
    return name + (regId == null ? "" : " <" + regId + ">") + " " + roles;
  }
}
