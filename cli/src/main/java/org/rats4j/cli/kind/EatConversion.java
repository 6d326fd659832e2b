package org.rats4j.cli.kind;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.json.Base64Url;
import org.rats4j.eat.Claims;
import org.rats4j.eat.ConvertedClaims;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;

/** Claims of an EAT in the other encoding. */
final class EatConversion {
  private EatConversion() {}

  /** Returns all claims in {@code encoding}; a claim that has no form there is an error. */
  static EatClaims in(EatClaims claims, Encoding encoding) throws DecodingException {
    ConvertedClaims converted = claims.convertTo(encoding);
    if (!converted.losses().isEmpty()) {
      Finding first = converted.losses().get(0);
      String others = converted.losses().stream().skip(1).map(Finding::path).collect(joining(", "));
      throw DecodingException.of(
          DecodingException.Reason.UNSUPPORTED,
          first.path(),
          first.message() + (others.isEmpty() ? "" : "; nor have " + others));
    }
    return converted.claims();
  }

  /** A nonce is text in JSON and bytes in CBOR; here the text is base64url of the bytes. */
  static EatClaims withBinaryNonce(EatClaims claims) throws DecodingException {
    Optional<Nonces> nonces = claims.get(Claims.NONCE);
    if (nonces.isEmpty() || claims.encoding().equals(Optional.of(Encoding.CBOR))) {
      return claims;
    }
    List<Nonce> binary = new ArrayList<>();
    for (Nonce nonce : nonces.get().values()) {
      binary.add(binary(nonce));
    }
    try {
      return claims.toBuilder().put(Claims.NONCE, new Nonces(binary)).build();
    } catch (IllegalStateException e) {
      throw DecodingException.of(
          DecodingException.Reason.INVALID_VALUE, "eat", String.valueOf(e.getMessage()));
    }
  }

  private static Nonce binary(Nonce nonce) throws DecodingException {
    Bytes bytes = Base64Url.decode(nonce.jsonText(), "eat/eat_nonce");
    try {
      return Nonce.ofBytes(bytes);
    } catch (IllegalArgumentException e) {
      throw DecodingException.of(
          DecodingException.Reason.INVALID_VALUE,
          "eat/eat_nonce",
          "not base64url of 8 to 64 bytes");
    }
  }
}
