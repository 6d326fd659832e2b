package org.rats4j.eat;

import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.cose.CoseKeyParameters;
import org.rats4j.core.cose.CosePublicKey;
import org.rats4j.core.jose.Jwk;
import org.rats4j.core.jose.JwkParameters;
import org.rats4j.core.jose.PublicJwk;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/** Codec of {@link Confirmation}. */
final class ConfirmationCodec implements ValueCodec<Confirmation> {
  private static final Label OSCORE = Label.of(4);
  private static final Set<String> TEXTS = Set.of("jwe", "kid", "jku", "x5t#S256", "jkt");

  @Override
  public Confirmation readCbor(CborReader in) throws DecodingException {
    Map<Label, RawClaim> members = new LinkedHashMap<>();
    @Nullable CoseKey key = null;
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readLabel();
      members.put(label, new RawClaim.OfCbor(in.peekRaw()));
      if (label.equals(Confirmation.COSE_KEY)) {
        key = readKey(in.fork());
      } else {
        check(in.fork(), label);
      }
      in.skip();
    }
    in.endMap();
    @Nullable CoseKey found = key;
    return in.build(() -> new Confirmation(Encoding.CBOR, members, found, null));
  }

  /** A key that core cannot use is no fault of the token; it stays among the members. */
  private static @Nullable CoseKey readKey(CborReader in) throws DecodingException {
    try {
      return CoseKey.read(in);
    } catch (DecodingException e) {
      if (e.reason() == Reason.UNSUPPORTED) {
        return null;
      }
      throw e;
    }
  }

  private static void check(CborReader in, Label label) throws DecodingException {
    if (label.equals(Confirmation.ENCRYPTED_COSE_KEY)) {
      checkEncrypted(in);
    } else if (label.equals(OSCORE)) {
      in.startMap();
    } else if (label.equals(Confirmation.COSE_KEY_ID)
        || label.equals(Confirmation.COSE_KEY_THUMBPRINT)) {
      in.readBytes();
    }
  }

  private static void checkEncrypted(CborReader in) throws DecodingException {
    if (in.tryTag(EatTags.ENCRYPT0)) {
      in.startArray(3);
    } else if (in.tryTag(EatTags.ENCRYPT)) {
      in.startArray(4);
    } else {
      in.startArray(3, 4);
    }
  }

  @Override
  public void writeCbor(Confirmation confirmation, CborWriter out) {
    if (confirmation.encoding() == Encoding.JSON) {
      out.startMap(1).writeLabel(Confirmation.COSE_KEY);
      out.writeRaw(CoseKey.of(plainKey(confirmation.jwk().orElse(null), confirmation)).encode());
      return;
    }
    out.startMap();
    confirmation
        .members()
        .forEach((label, raw) -> out.writeLabel(label).writeRaw(((RawClaim.OfCbor) raw).encoded()));
    out.endMap();
  }

  @Override
  public Confirmation readJson(JsonReader in) throws DecodingException {
    Map<Label, RawClaim> members = new LinkedHashMap<>();
    @Nullable Jwk key = null;
    in.startObject();
    while (in.hasNext()) {
      String name = in.readName();
      members.put(Label.of(name), new RawClaim.OfJson(in.peekValue()));
      if (name.equals("jwk")) {
        key = readKey(in.fork());
      } else if (TEXTS.contains(name)) {
        in.fork().readText();
      }
      in.skip();
    }
    in.endObject();
    @Nullable Jwk found = key;
    return in.build(() -> new Confirmation(Encoding.JSON, members, null, found));
  }

  private static @Nullable Jwk readKey(JsonReader in) throws DecodingException {
    try {
      return Jwk.read(in);
    } catch (DecodingException e) {
      if (e.reason() == Reason.UNSUPPORTED) {
        return null;
      }
      throw e;
    }
  }

  @Override
  public void writeJson(Confirmation confirmation, JsonWriter out) {
    out.startObject();
    if (confirmation.encoding() == Encoding.CBOR) {
      out.writeName("jwk");
      Jwk.of(plainKey(confirmation.coseKey().orElse(null), confirmation)).write(out);
    } else {
      confirmation
          .members()
          .forEach(
              (label, raw) ->
                  out.writeName(label.toString()).writeValue(((RawClaim.OfJson) raw).value()));
    }
    out.endObject();
  }

  private static PublicKey plainKey(@Nullable CoseKey key, Confirmation confirmation) {
    if (key instanceof CosePublicKey publicKey
        && confirmation.members().size() == 1
        && isPlain(publicKey.parameters())) {
      return publicKey.toPublicKey();
    }
    throw onlyInItsEncoding();
  }

  private static PublicKey plainKey(@Nullable Jwk key, Confirmation confirmation) {
    if (key instanceof PublicJwk publicKey
        && confirmation.members().size() == 1
        && isPlain(publicKey.parameters())) {
      return publicKey.toPublicKey();
    }
    throw onlyInItsEncoding();
  }

  private static boolean isPlain(CoseKeyParameters parameters) {
    return parameters.keyId().isEmpty()
        && parameters.algorithm().isEmpty()
        && parameters.operations().isEmpty()
        && parameters.baseIv().isEmpty()
        && parameters.others().isEmpty();
  }

  private static boolean isPlain(JwkParameters parameters) {
    return parameters.keyId().isEmpty()
        && parameters.algorithm().isEmpty()
        && parameters.operations().isEmpty()
        && parameters.use().isEmpty()
        && parameters.others().isEmpty();
  }

  private static IllegalArgumentException onlyInItsEncoding() {
    return new IllegalArgumentException("confirmation is more than a public key");
  }
}
