package org.rats4j.corim.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborFloat;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.CoseTag;
import org.rats4j.core.cose.UnverifiedCoseSign1;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimClaims;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.Validity;

/** The COSE message of a signed CoRIM and the headers that are its own. */
public final class SignedCodec {
  /** The media type of an unsigned CoRIM. */
  public static final String CONTENT_TYPE = "application/rim+cbor";

  /** The COSE header with corim-meta. */
  public static final long CORIM_META = 8;

  private static final String LEGACY_CONTENT_TYPE = "application/corim-unsigned+cbor";
  private static final long COSE_SIGN1 = 18;
  private static final long LEGACY_TAG = 502;
  private static final String META = "corim-meta";
  private static final String HEADERS = "/0/";

  private SignedCodec() {}

  /** Returns whether {@code in} stands at what can only be a signed CoRIM. */
  public static boolean isSigned(Source in) {
    Source ahead = in.fork();
    ahead.cbor().tryTag(CorimCodec.LEGACY_TAG);
    CborType type = ahead.cbor().peekType();
    return type == CborType.ARRAY
        || (type == CborType.TAG
            && (ahead.cbor().tryTag(LEGACY_TAG) || ahead.cbor().tryTag(COSE_SIGN1)));
  }

  /** Reads a COSE_Sign1, its tag and those that old drafts put around it. */
  public static UnverifiedCoseSign1 message(Source in) throws DecodingException {
    if (in.cbor().tryTag(CorimCodec.LEGACY_TAG)) {
      in.deviation(
          CorimLeniencies.LEGACY_TAG_500, Reason.UNEXPECTED_STRUCTURE, "tag 500 is outside");
    }
    if (in.cbor().tryTag(LEGACY_TAG)) {
      in.deviation(
          CorimLeniencies.LEGACY_TAG_502, Reason.UNEXPECTED_STRUCTURE, "tag 502 is outside");
    }
    if (in.cbor().peekType() == CborType.ARRAY) {
      in.deviation(
          CorimLeniencies.UNTAGGED_COSE_SIGN1,
          Reason.UNEXPECTED_STRUCTURE,
          "COSE_Sign1 is not tagged");
      return CoseSign1.read(in.cbor(), CoseTag.ABSENT);
    }
    return CoseSign1.read(in.cbor(), CoseTag.REQUIRED);
  }

  /**
   * Checks algorithm and content type, and which payload belongs to them.
   *
   * @return whether the payload is a hash
   */
  public static boolean isHashEnvelope(Source in, CoseHeaders headers) throws DecodingException {
    if (headers.contains(CoseHeaders.ALG) && headers.algorithm().isEmpty()) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          in.path() + HEADERS + CoseHeaders.ALG,
          "algorithm is not named by a number");
    }
    if (!headers.contains(CoseHeaders.PAYLOAD_HASH_ALG)
        && !headers.contains(CoseHeaders.PAYLOAD_PREIMAGE_CONTENT_TYPE)) {
      checkContentType(in, headers, CoseHeaders.CONTENT_TYPE);
      return false;
    }
    if (!headers.contains(CoseHeaders.PAYLOAD_HASH_ALG)) {
      throw fault(in, CoseHeaders.PAYLOAD_HASH_ALG, "hash envelope without its algorithm");
    }
    if (headers.contains(CoseHeaders.CONTENT_TYPE)) {
      throw fault(in, CoseHeaders.CONTENT_TYPE, "content type in a hash envelope");
    }
    checkContentType(in, headers, CoseHeaders.PAYLOAD_PREIMAGE_CONTENT_TYPE);
    return true;
  }

  private static void checkContentType(Source in, CoseHeaders headers, long label)
      throws DecodingException {
    CborItem value = headers.get(label).orElse(null);
    String type = value instanceof CborText text ? text.value() : "";
    if (type.equals(CONTENT_TYPE)) {
      return;
    }
    String path = in.path() + HEADERS + label;
    if (type.equals(LEGACY_CONTENT_TYPE)) {
      in.deviationAt(
          path,
          CorimLeniencies.LEGACY_CONTENT_TYPE,
          Reason.UNEXPECTED_STRUCTURE,
          "content type of old drafts");
      return;
    }
    if (type.startsWith(CONTENT_TYPE + ";")) {
      in.deviationAt(
          path,
          CorimLeniencies.CONTENT_TYPE_PARAMETERS,
          Reason.UNEXPECTED_STRUCTURE,
          "content type has parameters");
      return;
    }
    throw fault(in, label, "content type is not " + CONTENT_TYPE);
  }

  private static DecodingException fault(Source in, long label, String detail) {
    return DecodingException.of(
        Reason.UNEXPECTED_STRUCTURE, CorimCodes.CONTENT_TYPE, in.path() + HEADERS + label, detail);
  }

  /** Reads the CoRIM that the message carries. */
  public static Corim payload(Source in, Bytes payload) throws DecodingException {
    return CorimCodec.readInner(in.embedded(payload, in.path() + "/2"));
  }

  /** Reads what the protected headers say of the signer. */
  public static SignerInfo signer(Source in, CoseHeaders headers) throws DecodingException {
    CorimMeta meta = null;
    CborItem item = headers.get(CORIM_META).orElse(null);
    if (item != null) {
      String path = in.path() + HEADERS + CORIM_META;
      if (!(item instanceof CborBytes content)) {
        throw DecodingException.of(
            Reason.UNEXPECTED_STRUCTURE, path, "corim-meta is no byte string");
      }
      meta = meta(in.embedded(content.value(), path));
    }
    CorimClaims claims = null;
    CborMap map = headers.cwtClaims().orElse(null);
    if (map != null) {
      claims = claims(map, in.path() + HEADERS + CoseHeaders.CWT_CLAIMS);
    }
    if (meta != null && claims != null) {
      try {
        return SignerInfo.of(meta, claims);
      } catch (IllegalArgumentException e) {
        throw DecodingException.of(
            Reason.INVALID_VALUE,
            CorimCodes.META_CLAIMS_MISMATCH,
            in.path() + "/0",
            String.valueOf(e.getMessage()));
      }
    }
    if (meta != null) {
      return SignerInfo.of(meta);
    }
    if (claims != null) {
      return SignerInfo.of(claims);
    }
    throw DecodingException.of(
        Reason.UNEXPECTED_STRUCTURE,
        CorimCodes.SIGNER_MISSING,
        in.path() + "/0",
        "neither corim-meta nor CWT claims");
  }

  private static CorimMeta meta(Source in) throws DecodingException {
    CorimMeta signer = null;
    Validity validity = null;
    in.startMap(META);
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> signer = signer(in);
        case 1 -> validity = CommonCodec.validity(in);
        default -> in.closedMapEntry(META);
      }
    }
    CorimMeta meta = in.required(signer, 0, META).withUnknown(in.endMap());
    return validity == null ? meta : meta.withValidity(validity);
  }

  private static CorimMeta signer(Source in) throws DecodingException {
    String name = null;
    String uri = null;
    in.startMap("signer");
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> name = in.text();
        case 1 -> uri = in.uri();
        default -> in.openMapEntry(ExtensionPlace.SIGNER);
      }
    }
    CorimMeta signer = CorimMeta.of(in.required(name, 0, "signer"));
    RawEntries extensions = in.endMap();
    return (uri == null ? signer : signer.withSignerUri(uri)).withSignerExtensions(extensions);
  }

  private static CorimClaims claims(CborMap map, String path) throws DecodingException {
    CorimClaims claims = null;
    if (map.get(1).orElse(null) instanceof CborText issuer) {
      claims = CorimClaims.of(issuer.value());
    }
    if (claims == null) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE, CorimCodes.MISSING_KEY, path, "iss is no text or missing");
    }
    Map<CborItem, CborItem> others = new LinkedHashMap<>();
    for (Map.Entry<CborItem, CborItem> entry : map.entries().entrySet()) {
      if (!(entry.getKey() instanceof CborInteger key)) {
        throw DecodingException.of(
            Reason.UNEXPECTED_STRUCTURE, CorimCodes.TEXT_KEY, path, "claim key is no integer");
      }
      CborItem value = entry.getValue();
      switch (key.fitsLong() ? Math.toIntExact(Math.max(-1, Math.min(6, key.longValue()))) : 6) {
        case 1 -> {}
        case 2 -> claims = claims.withSubject(text(value, path + "/2"));
        case 4 -> claims = claims.withExpiration(time(value, path + "/4"));
        case 5 -> claims = claims.withNotBefore(time(value, path + "/5"));
        default -> others.put(key, value);
      }
    }
    return claims.withOthers(others);
  }

  private static String text(CborItem item, String path) throws DecodingException {
    if (item instanceof CborText text) {
      return text.value();
    }
    throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, path, "text expected");
  }

  private static EpochTime time(CborItem item, String path) throws DecodingException {
    if (item instanceof CborInteger integer && integer.fitsLong()) {
      return EpochTime.of(integer.longValue());
    }
    if (item instanceof CborFloat number && Double.isFinite(number.value())) {
      return EpochTime.of(number.value());
    }
    throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, path, "time without tag expected");
  }

  /** Adds what {@code signer} says to protected headers. */
  public static void write(SignerInfo signer, CoseHeaders.Builder headers) {
    signer.meta().ifPresent(meta -> headers.put(CORIM_META, new CborBytes(encode(meta))));
    signer.claims().ifPresent(claims -> headers.cwtClaims(map(claims)));
  }

  private static Bytes encode(CorimMeta meta) {
    CborWriter out = new CborWriter();
    out.startMap().writeInt(0).startMap();
    out.writeInt(0).writeText(meta.signerName());
    meta.signerUri().ifPresent(uri -> out.writeInt(1).writeTag(32).writeText(uri));
    meta.signerExtensions().write(out);
    out.endMap();
    meta.validity().ifPresent(validity -> CommonCodec.write(validity, out.writeInt(1)));
    meta.unknown().write(out);
    return out.endMap().toBytes();
  }

  private static CborMap map(CorimClaims claims) {
    Map<CborItem, CborItem> map = new LinkedHashMap<>(claims.others());
    map.put(CborInteger.of(1), new CborText(claims.issuer()));
    claims.subject().ifPresent(subject -> map.put(CborInteger.of(2), new CborText(subject)));
    put(map, 4, claims.expiration());
    put(map, 5, claims.notBefore());
    return new CborMap(map);
  }

  private static void put(Map<CborItem, CborItem> map, long key, Optional<EpochTime> time) {
    time.ifPresent(
        value ->
            map.put(
                CborInteger.of(key),
                value.isFloat()
                    ? new CborFloat(value.doubleValue())
                    : CborInteger.of(value.longValue())));
  }
}
