package org.rats4j.cli.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatEnvelope;
import org.rats4j.eat.UnverifiedEat;

/** Claims without signature: UCCS, UJCS (RFC 9781), and a JWT with alg none (RFC 7519). */
final class UccsKind extends Kind {
  private static final long SELF_DESCRIBED = 55799;
  private static final long TAG = 601;

  UccsKind() {
    super("uccs", "Claims without signature: UCCS, UJCS (RFC 9781), JWT with alg none");
  }

  @Override
  public boolean detects(Content content) {
    return content.cbor().flatMap(UccsKind::claims).isPresent() || isUnsecuredJwt(content);
  }

  private static boolean isUnsecuredJwt(Content content) {
    return content.jws().filter(JwsShape::compact).isPresent() && content.text().endsWith(".");
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
    if (token.envelope().isProtected()) {
      throw DecodingException.of(
          DecodingException.Reason.UNEXPECTED_STRUCTURE, "", "a token with an envelope, no UCCS");
    }
    return token;
  }

  @Override
  public Decoded decode(Content content, boolean lenient) throws DecodingException {
    UnverifiedEat token = token(content, lenient);
    List<Finding> findings = new ArrayList<>(token.findings());
    if (token.envelope() == EatEnvelope.UNSECURED_JWS) {
      findings.add(
          new Finding(
              "UNPROTECTED",
              Finding.Severity.WARNING,
              "",
              "alg is none: anybody may have made it"));
    }
    String encoding = token.envelope().encoding() == Encoding.CBOR ? "cbor" : "json";
    return new Decoded(encoding, false, findings, view(content));
  }

  private static View view(Content content) {
    if (isUnsecuredJwt(content)) {
      JwsShape jwt = content.jws().orElseThrow();
      Content claims = new Content(jwt.payload(), content.level());
      return View.Group.builder()
          .put("protected", JoseKinds.header(jwt.header()))
          .put("payload", view(claims))
          .build();
    }
    return content
        .json()
        .map(EatNames.claims(content.level())::show)
        .or(
            () ->
                content
                    .cbor()
                    .map(item -> claims(item).orElse(item))
                    .map(EatNames.claims(content.level())::show))
        .orElseGet(() -> View.bytes(content.bytes()));
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
