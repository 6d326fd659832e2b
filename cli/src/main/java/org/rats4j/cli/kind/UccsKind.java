package org.rats4j.cli.kind;

import java.util.Optional;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatEnvelope;
import org.rats4j.eat.UnverifiedEat;

/** Claims without signature: UCCS and UJCS (RFC 9781). */
final class UccsKind extends Kind {
  private static final long SELF_DESCRIBED = 55799;
  private static final long TAG = 601;

  UccsKind() {
    super("uccs", "Claims without signature in CBOR or JSON, UCCS or UJCS (RFC 9781)");
  }

  @Override
  public boolean detects(Content content) {
    return content.cbor().flatMap(UccsKind::claims).isPresent();
  }

  private static Optional<CborItem> claims(CborItem item) {
    CborItem inner =
        item instanceof CborTagged tagged && tagged.tag() == SELF_DESCRIBED
            ? tagged.content()
            : item;
    return inner instanceof CborTagged tagged && tagged.tag() == TAG
        ? Optional.of(tagged.content())
        : Optional.empty();
  }

  private static UnverifiedEat token(Content content, boolean lenient) throws DecodingException {
    UnverifiedEat token = Eat.decode(content.bytes(), EatEnvelope.UCCS, EatKinds.options(lenient));
    if (token.envelope() != EatEnvelope.UCCS && token.envelope() != EatEnvelope.UJCS) {
      throw DecodingException.of(
          DecodingException.Reason.UNEXPECTED_STRUCTURE, "", "a token with an envelope, no UCCS");
    }
    return token;
  }

  @Override
  public Decoded decode(Content content, boolean lenient) throws DecodingException {
    UnverifiedEat token = token(content, lenient);
    View view =
        content
            .json()
            .map(EatNames.claims(content.level())::show)
            .or(
                () ->
                    content
                        .cbor()
                        .map(item -> claims(item).orElse(item))
                        .map(EatNames.claims(content.level())::show))
            .orElseGet(() -> View.bytes(content.bytes()));
    String encoding = token.envelope() == EatEnvelope.UCCS ? "cbor" : "json";
    return new Decoded(encoding, false, token.findings(), view);
  }

  /** Which channel a file came over is for the caller to say; else nothing protects the claims. */
  @Override
  public Decoded verify(Content content, Checks checks)
      throws DecodingException, VerificationException {
    Decoded decoded = decode(content, checks.lenient());
    Eat eat = token(content, checks.lenient()).verify(EatKinds.expectations(checks).build());
    return TrustView.of(eat, decoded, eat.findings());
  }

  @Override
  public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
    decode(content, lenient);
    if (content.cbor().isEmpty() || to == Notation.JSON) {
      throw unsupported("convert the claims inside as eat-claims");
    }
    return GenericKinds.write(content.cbor().orElseThrow(), to);
  }
}
