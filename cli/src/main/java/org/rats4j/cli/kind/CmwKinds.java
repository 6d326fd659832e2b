package org.rats4j.cli.kind;

import java.util.Optional;
import org.rats4j.cli.view.View;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.CmwTag;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseContentType;

/** Conceptual message wrappers (RFC 9999). */
final class CmwKinds {
  static final Kind CMW = new CmwKind();

  private static final ContentFormat CMW_CBOR = ContentFormat.of(273);

  private CmwKinds() {}

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

    private static Cmw cmw(Content content, Findings findings, DecodeOptions options)
        throws DecodingException {
      return Cmw.decode(content.bytes(), encoding(content), options, findings);
    }

    private static DecodeOptions options(boolean lenient) {
      return lenient ? CmwOptions.LENIENT : CmwOptions.STRICT;
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      DecodeOptions options = options(lenient);
      Findings findings = new Findings(options);
      cmw(content, findings, options);
      View view =
          content
              .json()
              .map(CmwView.at(content.level())::show)
              .or(() -> content.cbor().map(CmwView.at(content.level())::show))
              .orElseGet(() -> View.bytes(content.bytes()));
      String encoding = encoding(content) == Encoding.JSON ? "json" : "cbor";
      return new Decoded(encoding, false, findings.toList(), view);
    }

    /** A wrapper has no signature; what it wraps may have one. */
    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      DecodeOptions options = options(checks.lenient());
      Optional<Bytes> value = value(cmw(content, new Findings(options), options));
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
      Cmw cmw = cmw(content, new Findings(options), options);
      if (to == Notation.JSON) {
        Content json = new Content(cmw.encode(CmwForm.JSON));
        return GenericKinds.sorted(json.json().orElseThrow()).encode();
      }
      Content cbor = new Content(cmw.encode(CmwForm.CBOR));
      return GenericKinds.write(cbor.cbor().orElseThrow(), to);
    }

    @Override
    public Bytes sign(Content content, Envelope to, Signing signing) throws DecodingException {
      Cmw cmw = cmw(content, new Findings(CmwOptions.STRICT), CmwOptions.STRICT);
      return switch (to) {
        case COSE ->
            CoseKinds.sign(
                cmw.encode(CmwForm.CBOR),
                Optional.of(new CoseContentType.OfContentFormat(CMW_CBOR.number())),
                signing);
        case JWS ->
            JoseKinds.sign(
                cmw.encode(CmwForm.JSON),
                Optional.empty(),
                Optional.of("application/cmw+json"),
                signing);
        default -> super.sign(content, to, signing);
      };
    }
  }
}
