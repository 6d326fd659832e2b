package org.rats4j.eat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;

/** Decodes sets of claims. */
final class ClaimsDecoder {
  /** The first step of the readers' paths, which ours do not have. */
  private static final String ROOT = "eat";

  private final DecodeOptions options;
  private final ClaimRegistry registry;
  private final Map<ClaimKey<?>, Object> values = new LinkedHashMap<>();
  private final Map<Label, RawClaim> received = new LinkedHashMap<>();
  private final Map<Label, RawClaim> unknown = new LinkedHashMap<>();

  ClaimsDecoder(DecodeOptions options, ClaimRegistry registry) {
    this.options = options;
    this.registry = registry;
  }

  EatClaims decode(Bytes bytes, Encoding encoding) throws DecodingException {
    Findings findings = new Findings(options);
    try {
      if (encoding == Encoding.CBOR) {
        read(CborReader.of(bytes, options, ROOT, findings));
      } else {
        read(JsonReader.of(bytes, options, ROOT, findings));
      }
    } catch (DecodingException e) {
      throw EatCodes.translate(e, path(e.path(), encoding));
    }
    List<Finding> named = new ArrayList<>();
    for (Finding finding : findings.toList()) {
      named.add(
          new Finding(
              finding.code(),
              finding.severity(),
              path(finding.path(), encoding),
              finding.message()));
    }
    EatClaims claims = EatClaims.received(encoding, values, received, unknown, named);
    named.addAll(ClaimRules.findings(claims));
    return EatClaims.received(encoding, values, received, unknown, named);
  }

  private void read(CborReader in) throws DecodingException {
    in.startMap();
    while (in.hasNext()) {
      CborType keyType = in.peekType();
      if (keyType != CborType.UNSIGNED_INTEGER
          && keyType != CborType.NEGATIVE_INTEGER
          && keyType != CborType.TEXT_STRING) {
        throw in.fail(
            Reason.UNEXPECTED_STRUCTURE,
            EatCodes.BAD_CLAIM_KEY,
            "claim key is neither integer nor text");
      }
      Label label = in.readLabel();
      received.put(label, new RawClaim.OfCbor(in.peekRaw()));
      Optional<ClaimKey<?>> key = registry.find(Encoding.CBOR, label);
      if (key.isPresent()) {
        values.put(key.get(), readValue(in, key.get()));
      } else {
        unknown.put(label, received.get(label));
        in.skip();
      }
    }
    in.endMap();
  }

  private static Object readValue(CborReader in, ClaimKey<?> key) throws DecodingException {
    boolean tagged = in.peekType() == CborType.TAG;
    try {
      return key.codec().readCbor(in);
    } catch (DecodingException e) {
      if (tagged && e.code().equals(Reason.UNEXPECTED_STRUCTURE.name())) {
        throw DecodingException.of(
            e.reason(), EatCodes.UNEXPECTED_TAG, e.path(), "tag on a claim that has none");
      }
      throw e;
    }
  }

  private void read(JsonReader in) throws DecodingException {
    if (in.peekType() != JsonType.OBJECT) {
      throw ClaimReads.fail(
          in, Reason.UNEXPECTED_STRUCTURE, EatCodes.WRONG_TYPE, "set of claims is no object");
    }
    in.startObject();
    while (in.hasNext()) {
      Label name = Label.of(in.readName());
      RawClaim raw = new RawClaim.OfJson(in.peekValue());
      received.put(name, raw);
      Optional<ClaimKey<?>> key = registry.find(Encoding.JSON, name);
      if (key.isPresent()) {
        values.put(key.get(), key.get().codec().readJson(in));
      } else {
        unknown.put(name, raw);
        in.skip();
      }
    }
    in.endObject();
  }

  /** Returns a reader's path with the name of the claim in place of its label. */
  private String path(String readerPath, Encoding encoding) {
    if (!readerPath.startsWith(ROOT + "/")) {
      return readerPath.equals(ROOT) ? "" : readerPath;
    }
    String path = readerPath.substring(ROOT.length() + 1);
    if (encoding == Encoding.JSON) {
      return path;
    }
    int slash = path.indexOf('/');
    String label = slash < 0 ? path : path.substring(0, slash);
    return registry.nameOf(label) + (slash < 0 ? "" : path.substring(slash));
  }
}
