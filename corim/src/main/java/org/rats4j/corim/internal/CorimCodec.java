package org.rats4j.corim.internal;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Digest;
import org.rats4j.core.Oid;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimRole;
import org.rats4j.corim.Entity;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.Locator;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagId;
import org.rats4j.corim.Validity;

/** The corim-map and its tag. */
public final class CorimCodec {
  /** The CBOR tag of an unsigned CoRIM. */
  public static final long TAG = 501;

  /** The CBOR tag that old drafts put around everything. */
  public static final long LEGACY_TAG = 500;

  private static final String CORIM = "corim";
  private static final String LOCATOR = "corim-locator";

  private CorimCodec() {}

  /** Reads an unsigned CoRIM with its tag. */
  public static Corim read(Source in) throws DecodingException {
    if (in.cbor().tryTag(LEGACY_TAG)) {
      in.deviation(
          CorimLeniencies.LEGACY_TAG_500, Reason.UNEXPECTED_STRUCTURE, "tag 500 is outside");
    }
    return readInner(in);
  }

  /** Reads an unsigned CoRIM that no tag of old drafts is around. */
  public static Corim readInner(Source in) throws DecodingException {
    if (!in.cbor().tryTag(TAG)) {
      if (in.cbor().peekType() != CborType.MAP) {
        in.cbor().skip();
        throw in.fail(Reason.UNEXPECTED_STRUCTURE, "unsigned CoRIM expected, tag 501");
      }
      in.deviation(
          CorimLeniencies.UNTAGGED_CORIM, Reason.UNEXPECTED_STRUCTURE, "CoRIM without tag 501");
    }
    return map(in);
  }

  private static Corim map(Source in) throws DecodingException {
    TagId id = null;
    Source tags = null;
    CorimProfileId profile = null;
    Source profileAt = in;
    Validity validity = null;
    List<Locator> dependentRims = List.of();
    List<Entity> entities = List.of();
    in.startMap(CORIM);
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> id = TagId.read(in.cbor());
        case 1 -> {
          // What the tags may hold depends on the profile, which comes behind them.
          tags = in.fork();
          in.cbor().skip();
        }
        case 2 -> dependentRims = in.list("dependent-rims", CorimCodec::locator);
        case 3 -> {
          profile = profile(in);
          profileAt = in.fork();
        }
        case 4 -> validity = CommonCodec.validity(in);
        case 5 -> entities = entities(in);
        default -> in.openMapEntry(ExtensionPlace.CORIM);
      }
    }
    Corim.Builder corim = Corim.builder(in.required(id, 0, CORIM));
    Source tagList = in.required(tags, 1, CORIM);
    if (profile != null) {
      corim.profile(profile);
      in.document().useProfile(profile, profileAt);
    }
    RawEntries extensions = in.endMap();
    if (validity != null) {
      corim.validity(validity);
    }
    corim.tags(tags(tagList));
    return corim.dependentRims(dependentRims).entities(entities).extensions(extensions).build();
  }

  private static List<ConciseTag> tags(Source in) throws DecodingException {
    if (!in.allows(CorimLeniencies.INVALID_TAG)) {
      return in.list("tags", TagCodec::read);
    }
    List<ConciseTag> valid =
        in.list("tags", CorimCodec::tagIfValid).stream().flatMap(Optional::stream).toList();
    if (valid.isEmpty()) {
      throw in.fail(Reason.INVALID_VALUE, CorimLeniencies.INVALID_TAG.code(), "no tag is valid");
    }
    return valid;
  }

  private static Optional<ConciseTag> tagIfValid(Source in) throws DecodingException {
    Source tag = in.fork();
    in.cbor().skip();
    try {
      return Optional.of(TagCodec.read(tag));
    } catch (DecodingException e) {
      if (e.reason() == Reason.LIMIT_EXCEEDED) {
        throw e;
      }
      in.deviationAt(e.path(), CorimLeniencies.INVALID_TAG, e.reason(), e.detail());
      return Optional.empty();
    }
  }

  private static Locator locator(Source in) throws DecodingException {
    List<String> hrefs = null;
    List<Digest> thumbprints = List.of();
    boolean hrefIsList = false;
    boolean thumbprintIsList = false;
    in.startMap(LOCATOR);
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> {
          hrefIsList = in.cbor().peekType() == CborType.ARRAY;
          hrefs = hrefIsList ? in.list("href", Source::uri) : List.of(in.uri());
        }
        case 1 -> {
          thumbprintIsList = isListOfDigests(in);
          thumbprints =
              thumbprintIsList ? in.list("thumbprint", Digests::read) : List.of(Digests.read(in));
        }
        default -> in.closedMapEntry(LOCATOR);
      }
    }
    Locator locator = Locator.of(in.required(hrefs, 0, LOCATOR), thumbprints);
    return locator.asLists(hrefIsList, thumbprintIsList).withUnknown(in.endMap());
  }

  /** A digest is an array, too: what its first element is tells. */
  private static boolean isListOfDigests(Source in) throws DecodingException {
    Source ahead = in.fork();
    return ahead.cbor().peekType() == CborType.ARRAY
        && (ahead.cbor().startArray() == 0 || ahead.cbor().peekType() == CborType.ARRAY);
  }

  private static CorimProfileId profile(Source in) throws DecodingException {
    CborType type = in.cbor().peekType();
    if (type == CborType.TEXT_STRING) {
      return CorimProfileId.of(in.uri());
    }
    if (type == CborType.BYTE_STRING) {
      Bytes octets = in.cbor().readBytes();
      in.deviation(CorimLeniencies.UNTAGGED_OID, Reason.UNEXPECTED_STRUCTURE, "profile has no tag");
      return CorimProfileId.of(in.cbor().build(() -> Oid.ofOctets(octets)));
    }
    if (in.cbor().tryTag(111)) {
      Bytes octets = in.cbor().readBytes();
      return CorimProfileId.of(in.cbor().build(() -> Oid.ofOctets(octets)));
    }
    return CorimProfileId.of(in.uri());
  }

  private static List<Entity> entities(Source in) throws DecodingException {
    List<Entity> entities =
        in.list(
            "entities",
            each ->
                CommonCodec.entity(each, CorimRole.MANIFEST_CREATOR, CorimRole.MANIFEST_SIGNER));
    long signers =
        entities.stream()
            .filter(entity -> entity.roles().contains(CorimRole.MANIFEST_SIGNER))
            .count();
    if (signers > 1) {
      throw in.fail(
          Reason.INVALID_VALUE, CorimCodes.TWO_SIGNERS, "two entities are manifest-signer");
    }
    return entities;
  }

  /** Writes a CoRIM with its tag. */
  public static void write(Corim corim, CborWriter out) {
    out.writeTag(TAG).startMap().writeInt(0);
    corim.id().write(out);
    out.writeInt(1).startArray(corim.tags().size());
    for (ConciseTag tag : corim.tags()) {
      TagCodec.write(tag, out);
    }
    if (!corim.dependentRims().isEmpty()) {
      out.writeInt(2).startArray(corim.dependentRims().size());
      corim.dependentRims().forEach(locator -> write(locator, out));
    }
    corim.profile().ifPresent(profile -> write(profile, out.writeInt(3)));
    corim.validity().ifPresent(validity -> CommonCodec.write(validity, out.writeInt(4)));
    if (!corim.entities().isEmpty()) {
      out.writeInt(5).startArray(corim.entities().size());
      corim.entities().forEach(entity -> CommonCodec.write(entity, out));
    }
    corim.extensions().write(out);
    out.endMap();
  }

  private static void write(Locator locator, CborWriter out) {
    out.startMap().writeInt(0);
    if (locator.hrefIsList()) {
      out.startArray(locator.hrefs().size());
    }
    locator.hrefs().forEach(href -> out.writeTag(32).writeText(href));
    List<Digest> thumbprints = locator.thumbprints();
    if (!thumbprints.isEmpty()) {
      out.writeInt(1);
      if (locator.thumbprintIsList()) {
        out.startArray(thumbprints.size());
      }
      thumbprints.forEach(thumbprint -> thumbprint.write(out));
    }
    locator.unknown().write(out);
    out.endMap();
  }

  private static void write(CorimProfileId profile, CborWriter out) {
    if (profile instanceof CorimProfileId.OfOid oid) {
      out.writeTag(111).writeBytes(oid.oid().octets());
    } else {
      out.writeTag(32).writeText(profile.toString());
    }
  }
}
