package org.rats4j.cli.kind;

import java.util.Map;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.eat.ClaimRegistry;
import org.rats4j.eat.DetachedEatBundle;
import org.rats4j.eat.DetachedValue;
import org.rats4j.eat.DetachedValueDecoder;
import org.rats4j.eat.UnverifiedDetachedEatBundle;

/** Detached EAT bundles (RFC 9711, section 5). */
final class BundleKind extends Kind {
  private static final long SELF_DESCRIBED = 55799;
  private static final long TAG = 602;

  BundleKind() {
    super("deb", "Detached EAT bundle: a token and claims-sets beside it (RFC 9711)");
  }

  @Override
  public boolean detects(Content content) {
    return content.cbor().filter(BundleKind::looksLikeBundle).isPresent()
        || content.json().filter(BundleKind::looksLikeBundle).isPresent();
  }

  private static boolean looksLikeBundle(CborItem item) {
    CborItem inner =
        item instanceof CborTagged tagged && tagged.tag() == SELF_DESCRIBED
            ? tagged.content()
            : item;
    return inner instanceof CborTagged tagged && tagged.tag() == TAG;
  }

  private static boolean looksLikeBundle(JsonValue value) {
    return value instanceof JsonArray pair
        && pair.items().size() == 2
        && pair.items().get(0) instanceof JsonArray selector
        && selector.items().size() == 2
        && selector.items().get(0) instanceof JsonString
        && pair.items().get(1) instanceof JsonObject;
  }

  /** Whole JWTs in place of claims-sets are what some services send, and no bundle of RFC 9711. */
  private static UnverifiedDetachedEatBundle bundle(Content content, boolean lenient)
      throws DecodingException {
    return DetachedEatBundle.decode(
        content.bytes(),
        lenient && hasJwts(content) ? ClaimRegistry.GPU_VERIFIERS : ClaimRegistry.EAT,
        lenient ? DetachedValueDecoder.JWTS : DetachedValueDecoder.CLAIMS_SETS,
        EatKinds.options(lenient));
  }

  /** Their claims have values of their own where RFC 9711 has others. */
  private static boolean hasJwts(Content content) {
    return content
        .json()
        .filter(BundleKind::looksLikeBundle)
        .map(bundle -> (JsonObject) ((JsonArray) bundle).items().get(1))
        .filter(detached -> detached.members().values().stream().anyMatch(BundleKind::isJwt))
        .isPresent();
  }

  private static boolean isJwt(JsonValue value) {
    return value instanceof JsonString text
        && new Content(Bytes.ofUtf8(text.value())).jws().isPresent();
  }

  @Override
  public Decoded decode(Content content, boolean lenient) throws DecodingException {
    UnverifiedDetachedEatBundle bundle = bundle(content, lenient);
    View.Builder detached = View.Group.builder();
    for (Map.Entry<String, DetachedValue> entry : bundle.unverifiedDetached().entrySet()) {
      detached.put(entry.getKey(), Nested.message(entry.getValue().content(), content.level()));
    }
    View view =
        View.Group.builder()
            .put("main token", Nested.message(bundle.token().encoded(), content.level()))
            .put("detached", detached.build())
            .build();
    String encoding = bundle.encoding() == Encoding.CBOR ? "cbor" : "json";
    return new Decoded(encoding, true, bundle.findings(), view);
  }

  @Override
  public Decoded verify(Content content, Checks checks)
      throws DecodingException, VerificationException {
    Decoded decoded = decode(content, checks.lenient());
    DetachedEatBundle bundle =
        bundle(content, checks.lenient()).verify(EatKinds.expectations(checks).build());
    return TrustView.of(bundle.token(), decoded, bundle.findings());
  }

  @Override
  public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
    decode(content, lenient);
    if (content.cbor().isEmpty() || to == Notation.JSON) {
      throw unsupported("the digests of a bundle do not survive another encoding");
    }
    return GenericKinds.write(content.cbor().orElseThrow(), to);
  }
}
