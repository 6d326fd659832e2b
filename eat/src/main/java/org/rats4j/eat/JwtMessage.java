package org.rats4j.eat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsExpectations;
import org.rats4j.core.jose.UnverifiedJws;

/** A JWT: compact JWS around claims (RFC 7519, section 3). */
final class JwtMessage implements SignedMessage {
  static final String TYP = "eat+jwt";
  private static final Set<String> TYPES_OF_TOKENS =
      Set.of("jwt", "application/jwt", TYP, EatMediaTypes.JWT);

  private final UnverifiedJws message;

  private JwtMessage(UnverifiedJws message) {
    this.message = message;
  }

  static JwtMessage decode(Bytes compact, DecodeOptions options) throws DecodingException {
    try {
      return new JwtMessage(Jws.decode(compact, options));
    } catch (DecodingException e) {
      throw EatCodes.translate(e, e.path());
    }
  }

  @Override
  public EatEnvelope envelope() {
    return EatEnvelope.JWS;
  }

  @Override
  public Bytes payload() {
    return message.payload();
  }

  @Override
  public KeyHints keyHints() {
    return message.keyHints();
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
    Optional<String> typ = message.protectedHeader().typ();
    if (typ.isEmpty() || TYPES_OF_TOKENS.contains(typ.get().toLowerCase(Locale.ROOT))) {
      return List.of();
    }
    return List.of(
        new Finding(
            EatCodes.OTHER_TYPE,
            Finding.Severity.WARNING,
            "jws/protected/typ",
            "typ is not that of a token"));
  }

  @Override
  public Accepted verify(KeyResolver keys, Set<Long> algorithms, DecodeOptions options)
      throws VerificationException {
    Jws verified =
        message.verify(JwsExpectations.builder().keys(keys).algorithms(algorithms).build());
    return new Accepted(verified.key(), verified.algorithm());
  }
}
