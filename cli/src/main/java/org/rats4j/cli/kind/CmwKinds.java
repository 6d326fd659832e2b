package org.rats4j.cli.kind;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.rats4j.cli.view.View;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.CmwTag;
import org.rats4j.cmw.CoseCmwBuilder;
import org.rats4j.cmw.JwsCmwBuilder;
import org.rats4j.cmw.SignedCmw;
import org.rats4j.cmw.SignedCmwExpectations;
import org.rats4j.cmw.UnverifiedSignedCmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;

/** Conceptual message wrappers (RFC 9999). */
final class CmwKinds {
  static final Kind CMW = new CmwKind();
  static final Kind SIGNED_CMW = new SignedCmwKind();

  private CmwKinds() {}

  private static DecodeOptions options(boolean lenient) {
    return lenient ? CmwOptions.LENIENT : CmwOptions.STRICT;
  }

  private static View show(Content content) {
    return content
        .json()
        .map(CmwView.at(content.level())::show)
        .or(() -> content.cbor().map(CmwView.at(content.level())::show))
        .orElseGet(() -> View.bytes(content.bytes()));
  }

  private static final class CmwKind extends Kind {
    CmwKind() {
      super("cmw", "Conceptual Message Wrapper: record, tag or collection (RFC 9999)");
    }

    @Override
    public boolean detects(Content content) {
      return content.cbor().filter(CmwView::looksLikeCmw).isPresent()
          || content.json().filter(CmwView::looksLikeCmw).isPresent();
    }

    private static Encoding encoding(Content content) {
      return content.looksLikeJson() ? Encoding.JSON : Encoding.CBOR;
    }

    private static Cmw cmw(Content content, Findings findings) throws DecodingException {
      return Cmw.decode(content.bytes(), encoding(content), findings);
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      DecodeOptions options = options(lenient);
      Findings findings = new Findings(options);
      cmw(content, findings);
      String encoding = encoding(content) == Encoding.JSON ? "json" : "cbor";
      return new Decoded(encoding, false, findings.toList(), show(content));
    }

    /** A wrapper has no signature; what it wraps may have one. */
    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      DecodeOptions options = options(checks.lenient());
      Optional<Bytes> value = value(cmw(content, new Findings(options)));
      if (value.isEmpty() || content.level() > 0) {
        return super.verify(content, checks);
      }
      Content wrapped = new Content(value.get(), content.level() + 1);
      Kind kind = Kinds.detect(wrapped);
      Decoded verified = kind.verify(wrapped, checks);
      View view =
          View.Group.builder().put("kind", kind.name()).put("content", verified.content()).build();
      return new Decoded(
          decode(content, checks.lenient()).encoding(), true, verified.findings(), view);
    }

    private static Optional<Bytes> value(Cmw cmw) {
      if (cmw instanceof CmwRecord record) {
        return Optional.of(record.value());
      } else if (cmw instanceof CmwTag tag) {
        return Optional.of(tag.value());
      }
      return Optional.empty();
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      DecodeOptions options = options(lenient);
      Cmw cmw = cmw(content, new Findings(options));
      if (to == Notation.JSON) {
        Content json = new Content(cmw.encode(CmwForm.JSON));
        return GenericKinds.sorted(json.json().orElseThrow()).encode();
      }
      Content cbor = new Content(cmw.encode(CmwForm.CBOR));
      return GenericKinds.write(cbor.cbor().orElseThrow(), to);
    }

    @Override
    public Bytes sign(Content content, Envelope to, Signing signing) throws DecodingException {
      Cmw cmw = cmw(content, new Findings(CmwOptions.STRICT));
      try {
        return switch (to) {
          case COSE -> {
            CoseCmwBuilder message = SignedCmw.cose(cmw);
            signing.keyId().ifPresent(message::keyId);
            yield message.sign(signing.signer());
          }
          case JWS -> {
            JwsCmwBuilder message = SignedCmw.jws(cmw);
            signing.keyId().map(id -> new Content(id).text()).ifPresent(message::keyId);
            yield message.sign(signing.signer());
          }
          default -> super.sign(content, to, signing);
        };
      } catch (IllegalArgumentException e) {
        throw unsupported(String.valueOf(e.getMessage()));
      } catch (GeneralSecurityException e) {
        throw unsupported("the key cannot sign: " + e.getClass().getSimpleName());
      }
    }
  }

  private static final class SignedCmwKind extends Kind {
    SignedCmwKind() {
      super("signed-cmw", "CMW in COSE_Sign1 or JWS (RFC 9999, section 4)");
    }

    @Override
    public boolean detects(Content content) {
      return content
              .cose()
              .flatMap(CoseShape::contentType)
              .filter(type -> type.equals("273") || type.startsWith("application/cmw+cbor"))
              .isPresent()
          || content.jws().filter(jws -> jws.headerText("cty").contains("cmw+json")).isPresent();
    }

    private static UnverifiedSignedCmw message(Content content, boolean lenient)
        throws DecodingException {
      return isJws(content)
          ? SignedCmw.decodeJws(content.bytes(), options(lenient))
          : SignedCmw.decodeCose(content.bytes(), options(lenient));
    }

    private static boolean isJws(Content content) {
      return content.looksLikeJws() || content.looksLikeJson();
    }

    /** The wrapper is shown without anybody vouching for it, and is read all the same. */
    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      UnverifiedSignedCmw message = message(content, lenient);
      Findings findings = new Findings(options(lenient));
      message.findings().forEach(findings::add);
      Cmw.decode(message.unverifiedPayload(), message.encoding(), findings);
      View payload = show(new Content(message.unverifiedPayload(), content.level()));
      return isJws(content)
          ? new Decoded(
              "jws", true, findings.toList(), JoseKinds.show(JoseKinds.decode(content), payload))
          : new Decoded("cose", true, findings.toList(), CoseKinds.show(content, payload));
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      if (checks.nonce().isPresent()) {
        throw VerificationException.of(
            VerificationException.Reason.NONCE_MISMATCH, "a signed CMW has no nonce of its own");
      }
      SignedCmw verified =
          message(content, checks.lenient())
              .verify(
                  SignedCmwExpectations.builder()
                      .keys(checks.keys())
                      .algorithms(checks.signatures())
                      .build());
      Decoded decoded = decode(content, checks.lenient());
      return new Decoded(decoded.encoding(), true, verified.findings(), decoded.content());
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      decode(content, lenient);
      if (content.cose().isEmpty() || to == Notation.JSON) {
        throw unsupported("the signature of a message does not survive another encoding");
      }
      return GenericKinds.write(content.cbor().orElseThrow(), to);
    }
  }
}
