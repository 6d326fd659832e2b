package org.rats4j.cli.kind;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.cose.CoseContentType;
import org.rats4j.core.cose.CoseExpectations;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseLeniencies;
import org.rats4j.core.cose.CoseMac0;
import org.rats4j.core.cose.CoseSign;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.UnverifiedCoseMac0;
import org.rats4j.core.cose.UnverifiedCoseMessage;
import org.rats4j.core.cose.UnverifiedCoseSign;
import org.rats4j.core.cose.UnverifiedCoseSign1;

/** COSE messages (RFC 9052), whatever their payload is. */
final class CoseKinds {
  static final Kind COSE = new CoseKind();

  private static final long MAC0 = 17;
  private static final long SIGN = 98;
  private static final DecodeOptions STRICT = DecodeOptions.builder().inputBytes(16 << 20).build();
  private static final DecodeOptions LENIENT =
      STRICT.toBuilder().allow(CoseLeniencies.LENIENT).build();

  private CoseKinds() {}

  /** Decodes a message by its tag; what has none is told by its last element. */
  static UnverifiedCoseMessage decode(Content content, boolean lenient) throws DecodingException {
    DecodeOptions options = lenient ? LENIENT : STRICT;
    long tag = content.cose().map(CoseShape::tag).orElse(0L);
    if (tag == MAC0) {
      return CoseMac0.decode(content.bytes(), options);
    } else if (tag == SIGN || (tag == 0 && endsInSigners(content))) {
      return CoseSign.decode(content.bytes(), options);
    } else if (tag == 97 || tag == 16 || tag == 96) {
      throw Kind.unsupported("COSE messages of tag " + tag + " are not supported");
    }
    return CoseSign1.decode(content.bytes(), options);
  }

  private static boolean endsInSigners(Content content) {
    return content.cose().isPresent()
        && content.cbor().map(CoseKinds::untagged).orElseThrow().items().get(3)
            instanceof CborArray;
  }

  /** Shows a message; {@code payload} is what the payload says. */
  static View show(Content content, View payload) {
    CoseShape shape = content.cose().orElseThrow();
    int level = content.level();
    View.Builder view = View.Group.builder();
    view.put("type", endsInSigners(content) ? "COSE_Sign" : type(shape.tag()));
    if (!shape.tags().isEmpty()) {
      view.put("tags", new View.Items(shape.tags().stream().map(View::number).toList()));
    }
    view.put("protected", CoseNames.headers(level).show(shape.protectedHeader()));
    view.put("unprotected", CoseNames.headers(level).show(shape.unprotectedHeader()));
    view.put("payload", payload);
    List<CborItem> parts = untagged(content.cbor().orElseThrow()).items();
    if (parts.get(3) instanceof CborArray) {
      view.put("signatures", Meaning.plain(parts.get(3), it -> signer(it, level)));
    } else {
      view.put(shape.tag() == MAC0 ? "tag" : "signature", Meaning.PLAIN.show(parts.get(3)));
    }
    return view.build();
  }

  /** Shows the payload as the message that it is, by its content. */
  static View payload(Content content) {
    return content
        .cose()
        .flatMap(CoseShape::payload)
        .map(payload -> Nested.message(payload, content.level()))
        .orElseGet(() -> new View.Nothing().noted("detached"));
  }

  private static CborArray untagged(CborItem item) {
    CborItem inner = item;
    while (inner instanceof CborTagged tagged) {
      inner = tagged.content();
    }
    return (CborArray) inner;
  }

  private static View signer(CborItem signer, int level) {
    if (signer instanceof CborArray parts
        && parts.items().size() == 3
        && parts.items().get(0) instanceof CborBytes header) {
      CborItem protectedHeader =
          Content.parseCbor(header.value()).orElse(new CborMap(java.util.Map.of()));
      return View.Group.builder()
          .put("protected", CoseNames.headers(level).show(protectedHeader))
          .put("unprotected", CoseNames.headers(level).show(parts.items().get(1)))
          .put("signature", Meaning.PLAIN.show(parts.items().get(2)))
          .build();
    }
    return Meaning.PLAIN.show(signer);
  }

  private static String type(long tag) {
    return tag == MAC0 ? "COSE_Mac0" : "COSE_Sign1";
  }

  /** Returns {@code payload} in a COSE message that the signer's algorithm fits. */
  static Bytes sign(Bytes payload, Optional<CoseContentType> contentType, Signing signing)
      throws DecodingException {
    CoseHeaders.Builder headers = CoseHeaders.builder();
    contentType.ifPresent(headers::contentType);
    CoseHeaders.Builder hints = CoseHeaders.builder();
    signing.keyId().ifPresent(hints::kid);
    try {
      boolean mac = signing.signer().algorithm() > 0;
      return mac
          ? CoseMac0.builder()
              .protectedHeaders(headers.build())
              .unprotectedHeaders(hints.build())
              .payload(payload)
              .sign(signing.signer())
          : CoseSign1.builder()
              .protectedHeaders(headers.build())
              .unprotectedHeaders(hints.build())
              .payload(payload)
              .sign(signing.signer());
    } catch (GeneralSecurityException e) {
      throw Kind.unsupported("the key cannot sign: " + e.getClass().getSimpleName());
    }
  }

  static CoseExpectations expectations(Checks checks) {
    return CoseExpectations.builder().keys(checks.keys()).algorithms(checks.algorithms()).build();
  }

  /**
   * Verifies one signature at least, and remarks which of several could not be verified.
   *
   * @throws VerificationException if there is none
   */
  static List<Finding> verify(UnverifiedCoseMessage message, CoseExpectations expectations)
      throws VerificationException {
    if (message instanceof UnverifiedCoseSign1 sign1) {
      sign1.verify(expectations);
    } else if (message instanceof UnverifiedCoseMac0 mac0) {
      mac0.verify(expectations);
    } else if (message instanceof UnverifiedCoseSign sign) {
      return verifySigners(sign, expectations);
    }
    return List.of();
  }

  private static List<Finding> verifySigners(UnverifiedCoseSign sign, CoseExpectations expectations)
      throws VerificationException {
    List<VerificationException> refused = new ArrayList<>();
    List<Finding> remarks = new ArrayList<>();
    for (int i = 0; i < sign.signatures().size(); i++) {
      try {
        sign.verify(i, expectations);
      } catch (VerificationException e) {
        refused.add(e);
        String message = "this signature was not verified: " + e.detail();
        remarks.add(new Finding(e.code(), Finding.Severity.WARNING, "cose/3/" + i, message));
      }
    }
    if (refused.size() == sign.signatures().size()) {
      throw refused.get(0);
    }
    return remarks;
  }

  private static final class CoseKind extends Kind {
    CoseKind() {
      super("cose", "COSE_Sign1, COSE_Sign or COSE_Mac0 (RFC 9052)");
    }

    @Override
    public boolean detects(Content content) {
      return content.cose().isPresent();
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      UnverifiedCoseMessage message = CoseKinds.decode(content, lenient);
      return new Decoded("cbor", true, message.findings(), show(content, payload(content)));
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      if (checks.nonce().isPresent()) {
        throw VerificationException.of(
            VerificationException.Reason.NONCE_MISMATCH, "a COSE message has no nonce of its own");
      }
      Decoded decoded = decode(content, checks.lenient());
      List<Finding> findings = new ArrayList<>(decoded.findings());
      findings.addAll(
          CoseKinds.verify(CoseKinds.decode(content, checks.lenient()), expectations(checks)));
      return new Decoded(decoded.encoding(), true, findings, decoded.content());
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      decode(content, lenient);
      if (to == Notation.JSON) {
        throw unsupported("a signed COSE message has no JSON form");
      }
      return GenericKinds.write(content.cbor().orElseThrow(), to);
    }
  }
}
