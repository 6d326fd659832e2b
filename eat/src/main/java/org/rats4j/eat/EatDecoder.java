package org.rats4j.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;

/** Decodes tokens, of whatever envelope and however deep they are nested. */
final class EatDecoder {
  /** Lower bytes begin numbers and strings of CBOR, which are no token, and are ASCII. */
  private static final int FIRST_ARRAY = 0x80;

  private final DecodeOptions options;
  private final ClaimRegistry registry;

  EatDecoder(DecodeOptions options, ClaimRegistry registry) {
    this.options = options;
    this.registry = registry;
  }

  /**
   * Decodes a token.
   *
   * @param stated what it is if it has no tag
   * @param level how deep it is nested
   */
  UnverifiedEat decode(Bytes token, Optional<EatEnvelope> stated, int level)
      throws DecodingException {
    List<SignedMessage> layers = new ArrayList<>();
    SignedMessage layer = message(token, stated);
    layers.add(layer);
    int inner = level;
    while (layer.envelope().isCose() && EatTags.isTagged(layer.payload())) {
      inner++;
      checkLevel(inner);
      layer = CwtMessage.decode(layer.payload(), Optional.empty(), options);
      layers.add(layer);
    }
    EatClaims claims = claims(layer.payload(), layer.envelope().encoding(), inner);
    return new UnverifiedEat(token, layers, claims, this, inner);
  }

  /** Decodes a claims-set that is nested as deep as {@code level} says. */
  EatClaims claims(Bytes payload, Encoding encoding, int level) throws DecodingException {
    checkLevel(level);
    return new ClaimsDecoder(options, registry).decode(payload, encoding, level);
  }

  private void checkLevel(int level) throws DecodingException {
    new ClaimsDecoder(options, registry).checkLevel(level, () -> "");
  }

  private SignedMessage message(Bytes token, Optional<EatEnvelope> stated)
      throws DecodingException {
    return switch (EatEnvelopeDetector.detect(token)) {
      case UJCS -> UnprotectedMessage.ofUjcs(token);
      case UCCS -> UnprotectedMessage.decodeUccs(token, options);
      case JWT ->
          UnprotectedMessage.isUnsecured(token)
              ? UnprotectedMessage.decodeUnsecured(token, options)
              : JwtMessage.decode(token, options);
      case CBOR_BUNDLE, JSON_BUNDLE ->
          throw DecodingException.of(
              Reason.UNEXPECTED_STRUCTURE,
              EatCodes.WRONG_TYPE,
              "",
              "a detached EAT bundle, not a token");
      case CWT -> CwtMessage.decode(token, stated, options);
      case UNKNOWN -> ofUnknown(token, stated);
    };
  }

  private SignedMessage ofUnknown(Bytes token, Optional<EatEnvelope> stated)
      throws DecodingException {
    if (stated.equals(Optional.of(EatEnvelope.UCCS))) {
      return UnprotectedMessage.decodeUccs(token, options);
    }
    return !token.isEmpty() && token.at(0) < FIRST_ARRAY
        ? JwtMessage.decode(token, options)
        : CwtMessage.decode(token, stated, options);
  }

  DecodeOptions options() {
    return options;
  }

  ClaimRegistry registry() {
    return registry;
  }
}
