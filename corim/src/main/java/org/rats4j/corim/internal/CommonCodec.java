package org.rats4j.corim.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.Entity;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;

/** The small maps that CoRIM and its tags have in common. */
public final class CommonCodec {
  private CommonCodec() {}

  /** Reads a tag-identity-map. */
  public static TagIdentity identity(Source in) throws DecodingException {
    TagId id = null;
    Long version = null;
    in.startMap("tag-identity");
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> id = TagId.read(in.cbor());
        case 1 -> version = in.unsigned("tag-version");
        default -> in.closedMapEntry("tag-identity");
      }
    }
    TagId name = in.required(id, 0, "tag-identity");
    TagIdentity identity = version == null ? TagIdentity.of(name) : TagIdentity.of(name, version);
    return identity.withUnknown(in.endMap());
  }

  /** Writes a tag-identity-map. */
  public static void write(TagIdentity identity, CborWriter out) {
    out.startMap().writeInt(0);
    identity.id().write(out);
    if (identity.saysVersion()) {
      Unsigned.write(identity.version(), out.writeInt(1));
    }
    identity.unknown().write(out);
    out.endMap();
  }

  /** Reads a validity-map. */
  public static Validity validity(Source in) throws DecodingException {
    EpochTime notBefore = null;
    EpochTime notAfter = null;
    in.startMap("validity");
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> notBefore = in.time();
        case 1 -> notAfter = in.time();
        default -> in.closedMapEntry("validity");
      }
    }
    EpochTime end = in.required(notAfter, 1, "validity");
    Validity validity = notBefore == null ? Validity.until(end) : Validity.between(notBefore, end);
    return validity.withUnknown(in.endMap());
  }

  /** Writes a validity-map. */
  public static void write(Validity validity, CborWriter out) {
    out.startMap();
    if (validity.notBefore().isPresent()) {
      validity.notBefore().get().write(out.writeInt(0).writeTag(1));
    }
    validity.notAfter().write(out.writeInt(1).writeTag(1));
    validity.unknown().write(out);
    out.endMap();
  }

  /**
   * Reads an entity-map.
   *
   * @param lastRole the greatest number in the registry of roles
   */
  public static Entity entity(Source in, long firstRole, long lastRole) throws DecodingException {
    String name = null;
    String regId = null;
    List<Long> roles = null;
    in.startMap("entity");
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> name = in.text();
        case 1 -> regId = in.uri();
        case 2 -> roles = in.list("roles", role -> role(role, firstRole, lastRole));
        default -> in.openMapEntry(ExtensionPlace.ENTITY);
      }
    }
    Entity entity = Entity.of(in.required(name, 0, "entity"), in.required(roles, 2, "entity"));
    return withRegId(entity, regId).withExtensions(in.endMap());
  }

  private static Entity withRegId(Entity entity, @Nullable String regId) {
    return regId == null ? entity : entity.withRegId(regId);
  }

  private static long role(Source in, long first, long last) throws DecodingException {
    long role = in.cbor().readLong();
    if (role < first || role > last) {
      in.warn(CorimCodes.UNKNOWN_REGISTRY_VALUE, "unknown role " + role);
    }
    return role;
  }

  /** Writes an entity-map. */
  public static void write(Entity entity, CborWriter out) {
    out.startMap();
    out.writeInt(0).writeText(entity.name());
    entity.regId().ifPresent(uri -> out.writeInt(1).writeTag(32).writeText(uri));
    out.writeInt(2).startArray(entity.roles().size());
    entity.roles().forEach(out::writeInt);
    entity.extensions().write(out);
    out.endMap();
  }
}
