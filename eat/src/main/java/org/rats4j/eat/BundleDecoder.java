package org.rats4j.eat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;

/**
 * Decodes detached EAT bundles (RFC 9711, section 5), and nothing that digests have to vouch for.
 */
final class BundleDecoder {
  private static final String ROOT = "bundle";

  private final EatDecoder tokens;
  private final DetachedValueDecoder values;

  BundleDecoder(EatDecoder tokens, DetachedValueDecoder values) {
    this.tokens = tokens;
    this.values = values;
  }

  UnverifiedDetachedEatBundle decode(Bytes bytes, Encoding encoding, int level)
      throws DecodingException {
    DecodeOptions options = tokens.options();
    Findings findings = new Findings(options);
    NestedToken main;
    Map<String, DetachedValue> byName = new LinkedHashMap<>();
    try {
      main =
          encoding == Encoding.CBOR
              ? read(CborReader.of(bytes, options, ROOT, findings), byName)
              : read(JsonReader.of(bytes, options, ROOT, findings), byName);
    } catch (DecodingException e) {
      throw EatCodes.translate(e, e.path());
    }
    UnverifiedEat token = tokens.decode(main.encoded(), Optional.empty(), level);
    return new UnverifiedDetachedEatBundle(
        bytes, token, new DetachedSets(encoding, byName), findings.toList());
  }

  private NestedToken read(CborReader in, Map<String, DetachedValue> byName)
      throws DecodingException {
    EatTags.skipSelfDescription(in);
    in.tryTag(EatTags.BUNDLE);
    in.startArray(2);
    Submodule main =
        in.peekType() == CborType.TEXT_STRING
            ? SubmodulesCodec.readSelector(in)
            : SubmodulesCodec.readNested(in);
    NestedToken token = checkMain(main, in.path());
    int count = in.startMap();
    checkCount(count, in.path());
    while (in.hasNext()) {
      String name = ClaimReads.text(in);
      byName.put(name, DetachedValue.ofClaimsSet(ClaimReads.bytes(in)));
    }
    in.endMap();
    in.endArray();
    return token;
  }

  private NestedToken read(JsonReader in, Map<String, DetachedValue> byName)
      throws DecodingException {
    in.startArray(2);
    if (in.peekType() != JsonType.ARRAY) {
      in.skip();
      throw NestedTokenCodec.badSelector(in, "the main token is no JSON-Selector");
    }
    NestedToken token = checkMain(SubmodulesCodec.readSelector(in, Encoding.JSON), in.path());
    in.startObject();
    while (in.hasNext()) {
      String name = in.readName();
      String text = in.readText();
      byName.put(name, value(text, in));
      checkCount(byName.size(), in.path());
    }
    in.endObject();
    checkCount(byName.size(), in.path());
    in.endArray();
    return token;
  }

  private DetachedValue value(String text, JsonReader in) throws DecodingException {
    try {
      return values.decode(text, in.path(), in.findings());
    } catch (DecodingException e) {
      throw e.code().equals(CoreCodes.BASE64_INVALID) ? e.withCode(EatCodes.BAD_BASE64) : e;
    }
  }

  private void checkCount(int count, String path) throws DecodingException {
    if (count == 0) {
      throw DecodingException.of(
          Reason.INVALID_VALUE, EatCodes.BAD_LENGTH, path, "no detached claims-set");
    }
    if (count > tokens.options().nestedMessages()) {
      throw DecodingException.of(
          Reason.LIMIT_EXCEEDED, EatCodes.LIMIT_EXCEEDED, path, "too many detached claims-sets");
    }
  }

  private static NestedToken checkMain(Submodule main, String path) throws DecodingException {
    if (!(main instanceof NestedToken token) || token.isBundle() || token.isCovered()) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          EatCodes.BAD_MAIN_TOKEN,
          path,
          "the main token is no token with a signature, or a bundle");
    }
    if (token.isEncrypted()) {
      throw DecodingException.of(Reason.UNSUPPORTED, path, "the main token is encrypted");
    }
    return token;
  }
}
