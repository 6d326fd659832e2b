package org.rats4j.cli.kind;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.view.View;
import org.rats4j.cli.view.Vocabulary;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.VerificationException;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsBuilder;
import org.rats4j.core.jose.JwsExpectations;
import org.rats4j.core.jose.UnverifiedJws;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;

/** JSON Web Signatures (RFC 7515), whatever their payload is. */
final class JoseKinds {
  static final Kind JWS = new JwsKind();

  private static final DecodeOptions OPTIONS =
      DecodeOptions.builder().inputBytes(16 << 20).textBytes(16 << 20).build();
  private static final Vocabulary HEADER = Vocabulary.builder().name("jwk", JwkView.JWK).build();

  private JoseKinds() {}

  static UnverifiedJws decode(Content content) throws DecodingException {
    return content.looksLikeJson()
        ? Jws.decodeFlattened(content.bytes(), OPTIONS)
        : Jws.decode(content.bytes(), OPTIONS);
  }

  /** Shows a message; {@code payload} is what the payload says. */
  static View show(UnverifiedJws jws, View payload) {
    View.Builder view =
        View.Group.builder().put("protected", header(jws.protectedHeader().members()));
    if (!jws.unprotectedHeader().members().members().isEmpty()) {
      view.put("header", HEADER.show(jws.unprotectedHeader().members()));
    }
    return view.put("payload", payload).put("signature", View.bytes(jws.signature())).build();
  }

  static View header(JsonObject members) {
    return HEADER.show(members);
  }

  /** Verifies the signature and returns the payload. */
  static Jws verify(UnverifiedJws jws, Checks checks) throws VerificationException {
    return jws.verify(
        JwsExpectations.builder().keys(checks.keys()).algorithms(checks.algorithms()).build());
  }

  /** Returns {@code payload} in a compact JWS. */
  static Bytes sign(Bytes payload, Optional<String> typ, Optional<String> cty, Signing signing)
      throws DecodingException {
    JwsBuilder builder = Jws.builder().payload(payload);
    typ.ifPresent(builder::typ);
    cty.ifPresent(builder::cty);
    signing.keyId().map(id -> new Content(id).text()).ifPresent(builder::kid);
    try {
      return Bytes.ofUtf8(builder.sign(signing.signer()));
    } catch (GeneralSecurityException e) {
      throw Kind.unsupported("the key cannot sign: " + e.getClass().getSimpleName());
    }
  }

  private static final class JwsKind extends Kind {
    JwsKind() {
      super("jws", "JSON Web Signature, compact or flattened (RFC 7515)");
    }

    @Override
    public boolean detects(Content content) {
      return content.looksLikeJws() || content.jws().isPresent();
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      UnverifiedJws jws = JoseKinds.decode(content);
      return new Decoded("jws", true, List.of(), show(jws, payload(jws, content.level())));
    }

    /** A payload that starts like JSON is JSON; without cty it is a claims-set (RFC 7519). */
    private static View payload(UnverifiedJws jws, int level) throws DecodingException {
      Content payload = new Content(jws.payload(), level + 1);
      if (!payload.looksLikeJson() && !payload.startsWithByteOrderMark()) {
        return Nested.message(payload.bytes(), level);
      }
      JsonValue value = JsonValue.decode(payload.bytes().toByteArray(), Content.WIDE);
      if (!(value instanceof JsonObject) && jws.protectedHeader().cty().isEmpty()) {
        throw DecodingException.of(
            Reason.UNEXPECTED_STRUCTURE, "jws/payload", "a claims-set is an object");
      }
      return Nested.message(payload.bytes(), level);
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      if (checks.nonce().isPresent()) {
        throw VerificationException.of(
            VerificationException.Reason.NONCE_MISMATCH, "a JWS has no nonce of its own");
      }
      Decoded decoded = decode(content, checks.lenient());
      JoseKinds.verify(JoseKinds.decode(content), checks);
      return decoded;
    }
  }
}
