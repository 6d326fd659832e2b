package org.rats4j.eat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/** Claims without signature: UCCS, UJCS (RFC 9781), and a JWT with alg none (RFC 7519, 6.1). */
final class UnprotectedMessage implements SignedMessage {
  private final EatEnvelope envelope;
  private final Bytes claims;

  private UnprotectedMessage(EatEnvelope envelope, Bytes claims) {
    this.envelope = envelope;
    this.claims = claims;
  }

  /** Decodes a UCCS, whose tag 601 may be missing. */
  static UnprotectedMessage decodeUccs(Bytes cbor, DecodeOptions options) throws DecodingException {
    try {
      CborReader in = CborReader.of(cbor, options, "uccs");
      EatTags.skipSelfDescription(in);
      in.tryTag(EatTags.UCCS);
      return new UnprotectedMessage(EatEnvelope.UCCS, in.readRaw());
    } catch (DecodingException e) {
      throw EatCodes.translate(e, e.path());
    }
  }

  static UnprotectedMessage ofUjcs(Bytes json) {
    return new UnprotectedMessage(EatEnvelope.UJCS, json);
  }

  /** Returns whether a compact JWT has no signature, whatever it says of itself. */
  static boolean isUnsecured(Bytes compact) {
    return compact.at(compact.size() - 1) == '.' && NestedTokenCodec.parts(compact) == 3;
  }

  /** Decodes a compact JWT that has no signature. */
  static UnprotectedMessage decodeUnsecured(Bytes compact, DecodeOptions options)
      throws DecodingException {
    try {
      String[] parts = compact.toUtf8().split("\\.", -1);
      Bytes header = Base64Url.decode(parts[0], "jwt/protected");
      JsonValue members = JsonReader.of(header, options, "jwt/protected").readValue();
      if (!(members instanceof JsonObject object)
          || !object.get("alg").equals(Optional.of(new JsonString("none")))) {
        throw DecodingException.of(
            Reason.INVALID_VALUE, "jwt/signature", "signature is empty, and alg is not none");
      }
      if (object.get("crit").isPresent()) {
        throw DecodingException.of(
            Reason.UNSUPPORTED, EatCodes.CRIT_UNKNOWN, "jwt/protected/crit", "critical header");
      }
      return new UnprotectedMessage(
          EatEnvelope.UNSECURED_JWS, Base64Url.decode(parts[1], "jwt/payload"));
    } catch (DecodingException e) {
      throw EatCodes.translate(e, e.path());
    }
  }

  @Override
  public EatEnvelope envelope() {
    return envelope;
  }

  @Override
  public Bytes payload() {
    return claims;
  }

  @Override
  public KeyHints keyHints() {
    return KeyHints.NONE;
  }

  @Override
  public boolean hasCwtTag() {
    return false;
  }

  @Override
  public List<Bytes> encodedParts() {
    return List.of();
  }

  @Override
  public List<Finding> findings() {
    return List.of();
  }

  @Override
  public Accepted verify(KeyResolver keys, Set<Long> algorithms, DecodeOptions options)
      throws VerificationException {
    throw VerificationException.of(
        VerificationException.Reason.UNPROTECTED,
        EatCodes.UNPROTECTED_NOT_ALLOWED,
        "",
        "nothing protects the claims, and nobody asserts a secure channel");
  }
}
