package org.rats4j.corim.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonType;
import org.rats4j.corim.Entity;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;

/** What CoRIMs and CoMIDs have in common. */
final class CommonText {
  private CommonText() {}

  /** Reads a name: the text of a UUID means its bytes, unless the text is in a typed object. */
  static TagId readId(TemplateReader in) throws DecodingException {
    if (in.peekType() == JsonType.OBJECT) {
      return TagId.of(Typed.text(in));
    }
    String text = in.text();
    return TemplateReader.isUuid(text) ? TagId.of(UUID.fromString(text)) : TagId.of(text);
  }

  static void write(TemplateWriter out, TagId id) {
    if (id instanceof TagId.OfText text && TemplateReader.isUuid(text.text())) {
      Typed.writeText(out, "text", text.text());
    } else {
      out.writeText(id.toString());
    }
  }

  static TagIdentity readIdentity(TemplateReader in) throws DecodingException {
    TagId id = null;
    Long version = null;
    RawEntries.Builder unknown = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "id" -> id = readId(in);
        case "version" -> version = in.unsigned();
        default -> ExtensionText.readInClosed(in, name, "tag-identity", 1, unknown);
      }
    }
    in.endObject();
    TagId tag = in.required(id, "id");
    TagIdentity identity = version == null ? TagIdentity.of(tag) : TagIdentity.of(tag, version);
    return identity.withUnknown(unknown.build());
  }

  static void write(TemplateWriter out, TagIdentity identity) {
    out.startObject().writeName("id");
    write(out, identity.id());
    if (identity.saysVersion()) {
      writeUnsigned(out.writeName("version"), identity.version());
    }
    ExtensionText.write(out, identity.unknown());
    out.endObject();
  }

  static void writeUnsigned(TemplateWriter out, long value) {
    out.writeInteger(new BigInteger(Long.toUnsignedString(value)));
  }

  static Entity readEntity(TemplateReader in, NameTable roleNames) throws DecodingException {
    String name = null;
    String regId = null;
    List<Long> roles = null;
    RawEntries.Builder extensions = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String member = in.name();
      switch (member) {
        case "name" -> name = in.text();
        case "regid" -> regId = in.text();
        case "roles" -> roles = in.list(each -> roleNames.read(each, "role"));
        default -> ExtensionText.read(in, member, ExtensionPlace.ENTITY, 2, extensions);
      }
    }
    in.endObject();
    Entity entity = Entity.of(in.required(name, "name"), in.required(roles, "roles"));
    return withRegId(entity, regId).withExtensions(extensions.build());
  }

  private static Entity withRegId(Entity entity, @Nullable String regId) {
    return regId == null ? entity : entity.withRegId(regId);
  }

  static void write(TemplateWriter out, Entity entity, NameTable roleNames) {
    out.startObject().writeName("name").writeText(entity.name());
    entity.regId().ifPresent(uri -> out.writeName("regid").writeText(uri));
    out.writeName("roles").startArray();
    entity.roles().forEach(role -> roleNames.write(out, role));
    out.endArray();
    ExtensionText.write(out, ExtensionPlace.ENTITY, entity.extensions());
    out.endObject();
  }

  static Validity readValidity(TemplateReader in) throws DecodingException {
    EpochTime notBefore = null;
    EpochTime notAfter = null;
    RawEntries.Builder unknown = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "not-before" -> notBefore = readTime(in);
        case "not-after" -> notAfter = readTime(in);
        default -> ExtensionText.readInClosed(in, name, "validity", 1, unknown);
      }
    }
    in.endObject();
    EpochTime end = in.required(notAfter, "not-after");
    Validity validity = notBefore == null ? Validity.until(end) : Validity.between(notBefore, end);
    return validity.withUnknown(unknown.build());
  }

  static void write(TemplateWriter out, Validity validity) {
    out.startObject();
    if (validity.notBefore().isPresent()) {
      write(out.writeName("not-before"), validity.notBefore().get());
    }
    write(out.writeName("not-after"), validity.notAfter());
    ExtensionText.write(out, validity.unknown());
    out.endObject();
  }

  /** Reads a time of RFC 3339, or seconds since 1970. */
  static EpochTime readTime(TemplateReader in) throws DecodingException {
    if (in.peekType() == JsonType.NUMBER) {
      return readSeconds(in);
    }
    String text = in.text();
    Instant time;
    try {
      time = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw in.fail(Reason.INVALID_VALUE, "not a time of RFC 3339");
    }
    return time.getNano() == 0
        ? EpochTime.of(time)
        : EpochTime.of(
            BigDecimal.valueOf(time.getEpochSecond())
                .add(BigDecimal.valueOf(time.getNano(), 9))
                .doubleValue());
  }

  private static EpochTime readSeconds(TemplateReader in) throws DecodingException {
    JsonNumber number = in.number();
    if (!number.isInteger()) {
      return in.build(() -> EpochTime.of(number.value().doubleValue()));
    }
    BigInteger seconds = number.value().toBigIntegerExact();
    if (seconds.bitLength() >= Long.SIZE) {
      throw in.fail(Reason.INVALID_VALUE, "time is beyond 64 bits");
    }
    return EpochTime.of(seconds.longValue());
  }

  /** Writes a time of RFC 3339, or seconds if the time is a float or beyond the year 9999. */
  static void write(TemplateWriter out, EpochTime time) {
    String text = time.toInstant().toString();
    if (!time.isFloat() && text.length() == "2026-01-01T00:00:00Z".length()) {
      out.writeText(text);
    } else if (time.isFloat()) {
      out.writeDouble(Double.parseDouble(time.toString()));
    } else {
      out.writeInteger(new BigInteger(time.toString()));
    }
  }
}
