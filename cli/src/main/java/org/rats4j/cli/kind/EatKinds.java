package org.rats4j.cli.kind;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.json.JsonObject;
import org.rats4j.eat.CwtBuilder;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatEnvelope;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.JwtBuilder;
import org.rats4j.eat.NestedPolicy;
import org.rats4j.eat.UnverifiedEat;

/** Entity attestation tokens and their claims-sets (RFC 9711). */
final class EatKinds {
  /** In the order of detection. */
  static final List<Kind> TOKENS =
      List.of(
          new TokenKind("cwt", "CBOR Web Token, such as an EAT (RFC 8392, RFC 9711)", true, false),
          new TokenKind("jwt", "JSON Web Token, such as an EAT (RFC 7519, RFC 9711)", false, true),
          new TokenKind("eat", "Entity Attestation Token, CWT or JWT (RFC 9711)", true, true));

  static final List<Kind> CLAIMS =
      List.of(
          new ClaimsKind("eat-claims", "Claims-set of an EAT, without envelope (RFC 9711)"),
          new ClaimsKind("cwt-claims", "Claims-set of a CWT, without envelope (RFC 8392)"),
          new ClaimsKind("jwt-claims", "Claims-set of a JWT, without envelope (RFC 7519)"));

  private EatKinds() {}

  static EatExpectations.Builder expectations(Checks checks) {
    EatExpectations.Builder expectations =
        EatExpectations.builder()
            .keys(checks.keys())
            .algorithms(checks.algorithms())
            .nested(checks.outerOnly() ? NestedPolicy.SKIP : NestedPolicy.REQUIRE_ALL)
            .clock(checks.clock());
    checks.nonce().ifPresentOrElse(expectations::nonce, expectations::freshnessHandledElsewhere);
    checks.channel().ifPresent(expectations::acceptUnprotected);
    return expectations;
  }

  static DecodeOptions options(boolean lenient) {
    return lenient ? EatOptions.LENIENT : EatOptions.STRICT;
  }

  private static View showClaims(Content content) {
    return content
        .json()
        .map(EatNames.claims(content.level())::show)
        .or(() -> content.cbor().map(EatNames.claims(content.level())::show))
        .orElseGet(() -> View.bytes(content.bytes()));
  }

  /** A bare claims-set, of any profile or of certain ones. */
  static final class ClaimsKind extends Kind {
    private final ProfileChoice profiles;

    ClaimsKind(String name, String title) {
      this(name, title, ProfileChoice.ANY);
    }

    ClaimsKind(String name, String title, ProfileChoice profiles) {
      super(name, title);
      this.profiles = profiles;
    }

    @Override
    public boolean detects(Content content) {
      return content.cbor().filter(EatDetection::looksLikeClaims).isPresent()
              && profiles.accepts(content.bytes())
          || content.json().filter(EatDetection::looksLikeClaims).isPresent() && profiles.areAny();
    }

    private static Encoding encoding(Content content) {
      return content.looksLikeJson() ? Encoding.JSON : Encoding.CBOR;
    }

    private static EatClaims claims(Content content, boolean lenient) throws DecodingException {
      return EatClaims.decode(content.bytes(), encoding(content), options(lenient));
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      EatClaims claims = claims(content, lenient);
      List<Finding> findings = new ArrayList<>(claims.findings());
      findings.addAll(profiles.require(claims));
      String encoding = encoding(content) == Encoding.JSON ? "json" : "cbor";
      return new Decoded(encoding, false, findings, showClaims(content));
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      EatClaims claims = claims(content, lenient);
      Encoding target = to == Notation.JSON ? Encoding.JSON : Encoding.CBOR;
      Bytes converted =
          target == encoding(content)
              ? content.bytes()
              : EatConversion.in(claims, target).encode(target);
      Content result = new Content(converted);
      return to == Notation.JSON
          ? GenericKinds.sorted(result.json().orElseThrow()).encode()
          : GenericKinds.write(result.cbor().orElseThrow(), to);
    }

    @Override
    public Bytes sign(Content content, Envelope to, Signing signing) throws DecodingException {
      EatClaims claims = claims(content, false);
      try {
        return switch (to) {
          case CWT -> {
            EatClaims binary = EatConversion.withBinaryNonce(claims);
            CwtBuilder cwt = Eat.cwt(EatConversion.in(binary, Encoding.CBOR));
            signing.keyId().ifPresent(cwt::keyId);
            profiles.of(claims).ifPresent(cwt::forProfile);
            yield cwt.sign(signing.signer());
          }
          case JWT -> {
            JwtBuilder jwt = Eat.jwt(EatConversion.in(claims, Encoding.JSON));
            signing.keyId().map(id -> new Content(id).text()).ifPresent(jwt::keyId);
            yield jwt.sign(signing.signer());
          }
          default -> super.sign(content, to, signing);
        };
      } catch (GeneralSecurityException e) {
        throw unsupported("the key cannot sign: " + e.getClass().getSimpleName());
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw unsupported(String.valueOf(e.getMessage()));
      }
    }
  }

  /** A signed claims-set, of any profile or of certain ones. */
  static final class TokenKind extends Kind {
    private final boolean cwt;
    private final boolean jwt;
    private final ProfileChoice profiles;

    TokenKind(String name, String title, boolean cwt, boolean jwt) {
      this(name, title, cwt, jwt, ProfileChoice.ANY);
    }

    TokenKind(String name, String title, boolean cwt, boolean jwt, ProfileChoice profiles) {
      super(name, title);
      this.profiles = profiles;
      this.cwt = cwt;
      this.jwt = jwt;
    }

    @Override
    public boolean detects(Content content) {
      return (cwt && looksLikeCwt(content) && profilesFit(content))
          || (jwt && looksLikeJwt(content));
    }

    private boolean profilesFit(Content content) {
      return content.cose().flatMap(CoseShape::payload).filter(profiles::accepts).isPresent()
          || profiles.areAny();
    }

    private static boolean looksLikeCwt(Content content) {
      return content
          .cose()
          .filter(
              cose ->
                  cose.tags().contains(61L)
                      || cose.payloadItem().filter(EatDetection::looksLikeCwtClaims).isPresent())
          .isPresent();
    }

    private static boolean looksLikeJwt(Content content) {
      return content
          .jws()
          .filter(jws -> jws.compact() && jws.headerText("cty").isEmpty())
          .filter(jws -> jws.payloadValue().filter(JsonObject.class::isInstance).isPresent())
          .isPresent();
    }

    /** Who says that something without tag is a CWT means the one form that there is. */
    private UnverifiedEat token(Content content, boolean lenient) throws DecodingException {
      boolean untagged = content.cose().filter(cose -> cose.tags().isEmpty()).isPresent();
      return cwt && untagged
          ? Eat.decode(content.bytes(), EatEnvelope.COSE_SIGN1, options(lenient))
          : Eat.decode(content.bytes(), options(lenient));
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      UnverifiedEat token = token(content, lenient);
      if (!token.envelope().isProtected()) {
        throw DecodingException.of(
            DecodingException.Reason.UNEXPECTED_STRUCTURE,
            "",
            "claims that have no signature; inspect them as uccs, or verify them so with the channel"
                + " that they came over");
      }
      boolean isJwt = token.envelope() == EatEnvelope.JWS;
      if (isJwt ? !jwt : !cwt) {
        throw DecodingException.of(
            DecodingException.Reason.UNEXPECTED_STRUCTURE,
            "",
            isJwt ? "a JWT, not a CWT" : "a CWT, not a JWT");
      }
      View view = isJwt ? jwtView(content) : showCwt(content);
      List<Finding> findings = new ArrayList<>(token.findings());
      findings.addAll(profiles.check(token.unverifiedClaims()));
      return new Decoded(isJwt ? "jws" : "cose", true, findings, view);
    }

    private static View jwtView(Content content) throws DecodingException {
      Bytes payload = content.jws().map(JwsShape::payload).orElse(Bytes.EMPTY);
      View claims = showClaims(new Content(payload, content.level()));
      return JoseKinds.show(JoseKinds.decode(content), claims);
    }

    static View showCwt(Content content) {
      return CoseKinds.show(content, claims(content.cose().orElseThrow(), content.level()));
    }

    private static View claims(CoseShape cose, int level) {
      return cose.payloadItem()
          .filter(CborMap.class::isInstance)
          .map(EatNames.claims(level)::show)
          .orElseGet(
              () ->
                  cose.payload()
                      .map(payload -> Nested.message(payload, level))
                      .orElseGet(View.Nothing::new));
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      Decoded decoded = decode(content, checks.lenient());
      EatExpectations.Builder expectations = expectations(checks);
      profiles.expect(expectations);
      Eat eat = token(content, checks.lenient()).verify(expectations.build());
      return TrustView.of(eat, decoded, eat.findings());
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      decode(content, lenient);
      if (content.cose().isEmpty() || to == Notation.JSON) {
        throw unsupported("the signature of a token does not survive another encoding");
      }
      return GenericKinds.write(content.cbor().orElseThrow(), to);
    }
  }
}
