package org.rats4j.eat.cca;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwLeniencies;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatMediaTypes;

/**
 * The two halves of a CCA token, encoded.
 *
 * @param form how they are put together
 * @param platform the platform token
 * @param realm the realm token
 * @param findings what was remarked
 */
record CcaCollection(CcaForm form, Bytes platform, Bytes realm, List<Finding> findings) {
  static final String PLATFORM = "platform";
  static final String REALM = "realm";

  private static final String ROOT = "cca";
  private static final long TAG_SELF_DESCRIBED = 55799;
  private static final long TAG_CMW = 907;
  private static final long TAG_LEGACY = 399;
  private static final Label PLATFORM_LABEL = Label.of(44234);
  private static final Label REALM_LABEL = Label.of(44241);
  private static final ContentFormat EAT_CWT = ContentFormat.of(263);

  static CcaCollection decode(Bytes cbor, DecodeOptions options) throws DecodingException {
    CborReader in = CborReader.of(cbor, options, ROOT);
    Bytes collection = cbor;
    if (in.tryTag(TAG_SELF_DESCRIBED)) {
      collection = in.peekRaw();
      if (in.tryTag(TAG_SELF_DESCRIBED)) {
        throw in.fail(Reason.UNEXPECTED_STRUCTURE, EatCodes.BAD_TAG_NESTING, "tag 55799 twice");
      }
    }
    if (in.tryTag(TAG_LEGACY)) {
      return of(CcaForm.LEGACY, readLegacy(in), in);
    }
    boolean tagged = in.tryTag(TAG_CMW);
    DecodeOptions wrapper =
        tagged ? options.toBuilder().allow(CmwLeniencies.LEGACY_TAG).build() : options;
    Cmw cmw;
    try {
      cmw = Cmw.decode(collection, Encoding.CBOR, wrapper);
    } catch (DecodingException e) {
      String path = e.path().equals("/") ? ROOT : ROOT + e.path();
      throw DecodingException.of(e.reason(), e.code(), path, e.detail());
    }
    if (!(cmw instanceof CmwCollection halves)) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, EatCodes.WRONG_TYPE, "not a collection");
    }
    Map<Label, Bytes> members = new LinkedHashMap<>();
    for (Map.Entry<Label, Cmw> entry : halves.entries().entrySet()) {
      members.put(entry.getKey(), token(entry.getKey(), entry.getValue()));
    }
    return of(CcaForm.CMW, members, in);
  }

  static Bytes encode(CcaForm form, Bytes platform, Bytes realm) {
    if (form == CcaForm.LEGACY) {
      return new CborWriter()
          .writeTag(TAG_LEGACY)
          .startMap(2)
          .writeLabel(PLATFORM_LABEL)
          .writeBytes(platform)
          .writeLabel(REALM_LABEL)
          .writeBytes(realm)
          .toBytes();
    }
    CmwCollection collection =
        CmwCollection.builder()
            .put(PLATFORM_LABEL, CmwRecord.of(EAT_CWT, platform))
            .put(REALM_LABEL, CmwRecord.of(EAT_CWT, realm))
            .build();
    try {
      Bytes cmw = collection.encode(CmwForm.CBOR);
      return new CborWriter().writeTag(TAG_CMW).writeRaw(cmw).toBytes();
    } catch (DecodingException e) {
      throw new IllegalStateException("records of content-formats have a form in CBOR", e);
    }
  }

  private static CcaCollection of(CcaForm form, Map<Label, Bytes> members, CborReader in)
      throws DecodingException {
    @Nullable Bytes platform = members.remove(PLATFORM_LABEL);
    @Nullable Bytes realm = members.remove(REALM_LABEL);
    if (platform == null || realm == null) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE,
          EatCodes.MEMBER_MISSING,
          "no " + (platform == null ? PLATFORM : REALM) + " token");
    }
    List<Finding> findings = new ArrayList<>();
    if (!members.isEmpty()) {
      findings.add(
          new Finding(
              EatCodes.UNKNOWN_MEMBER,
              Finding.Severity.WARNING,
              ROOT,
              "the collection has members beside platform and realm; nobody looked at them"));
    }
    return new CcaCollection(form, platform, realm, findings);
  }

  private static Map<Label, Bytes> readLegacy(CborReader in) throws DecodingException {
    Map<Label, Bytes> members = new LinkedHashMap<>();
    in.startMap();
    while (in.hasNext()) {
      members.put(in.readLabel(), in.readBytes());
    }
    in.endMap();
    return members;
  }

  private static Bytes token(Label label, Cmw cmw) throws DecodingException {
    boolean known = label.equals(PLATFORM_LABEL) || label.equals(REALM_LABEL);
    if (!known) {
      return Bytes.EMPTY;
    }
    if (cmw instanceof CmwRecord item && isEat(item)) {
      return item.value();
    }
    throw DecodingException.of(
        Reason.UNEXPECTED_STRUCTURE,
        EatCodes.WRONG_TYPE,
        ROOT + "/" + label,
        "not a record of type " + EatMediaTypes.CWT);
  }

  private static boolean isEat(CmwRecord item) {
    return item.type()
        .mediaType(ContentFormats.IANA)
        .filter(type -> type.name().equals(EatMediaTypes.CWT))
        .isPresent();
  }
}
