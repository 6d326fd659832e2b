package org.rats4j.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cose.CoseContentType;
import org.rats4j.core.cose.CoseExpectations;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseMac0;
import org.rats4j.core.cose.CoseMessage;
import org.rats4j.core.cose.CoseSign;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.CoseTag;
import org.rats4j.core.cose.UnverifiedCoseMac0;
import org.rats4j.core.cose.UnverifiedCoseMessage;
import org.rats4j.core.cose.UnverifiedCoseSign;
import org.rats4j.core.cose.UnverifiedCoseSign1;
import org.rats4j.core.cose.UnverifiedCoseSignature;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.KeyResolver;

/** A CWT: COSE around claims, with or without tag 61 (RFC 8392, section 6; RFC 9711, section 5). */
final class CwtMessage implements SignedMessage {
  private static final int MAX_SIGNATURES = 16;

  private final UnverifiedCoseMessage message;
  private final Bytes payload;
  private final boolean cwtTag;

  private CwtMessage(UnverifiedCoseMessage message, Bytes payload, boolean cwtTag) {
    this.message = message;
    this.payload = payload;
    this.cwtTag = cwtTag;
  }

  /**
   * Decodes a token.
   *
   * @param stated the type of a message without any tag, if the caller knows it
   */
  static CwtMessage decode(Bytes cbor, Optional<EatEnvelope> stated, DecodeOptions options)
      throws DecodingException {
    try {
      CborReader in = CborReader.of(cbor, options, "cwt");
      EatTags.skipSelfDescription(in);
      boolean cwtTag = in.tryTag(EatTags.CWT);
      UnverifiedCoseMessage message = cwtTag ? readTagged(in) : read(in, stated);
      checkSignatures(message);
      Bytes payload =
          message
              .payload()
              .orElseThrow(
                  () ->
                      DecodingException.of(
                          Reason.UNEXPECTED_STRUCTURE, "cwt", "a CWT carries its claims"));
      return new CwtMessage(message, payload, cwtTag);
    } catch (DecodingException e) {
      throw EatCodes.translate(e, e.path());
    }
  }

  /** Each signature may cost a look at all keys, and the check of one. */
  private static void checkSignatures(UnverifiedCoseMessage message) throws DecodingException {
    if (message instanceof UnverifiedCoseSign sign && sign.signatures().size() > MAX_SIGNATURES) {
      throw DecodingException.of(
          Reason.LIMIT_EXCEEDED,
          EatCodes.LIMIT_EXCEEDED,
          "cwt",
          "more than " + MAX_SIGNATURES + " signatures");
    }
  }

  private static UnverifiedCoseMessage readTagged(CborReader in) throws DecodingException {
    if (in.tryTag(EatTags.CWT) || in.tryTag(EatTags.SELF_DESCRIBED)) {
      throw badNesting(in, "tag 61 on another tag of tokens");
    }
    if (in.peekType() != CborType.TAG) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE, EatCodes.MISSING_TAG, "tag 61 on an untagged message");
    }
    return CoseMessage.read(in);
  }

  private static UnverifiedCoseMessage read(CborReader in, Optional<EatEnvelope> stated)
      throws DecodingException {
    if (in.tryTag(EatTags.UCCS) || in.tryTag(EatTags.BUNDLE)) {
      throw badNesting(in, "claims without signature, or a bundle, in a CWT");
    }
    if (in.peekType() == CborType.TAG) {
      return CoseMessage.read(in);
    }
    if (stated.isEmpty()) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE,
          EatCodes.MISSING_TAG,
          "not tagged, and nobody states what it is");
    }
    return readUntagged(in, stated.get());
  }

  private static UnverifiedCoseMessage readUntagged(CborReader in, EatEnvelope stated)
      throws DecodingException {
    return switch (stated) {
      case COSE_SIGN1 -> CoseSign1.read(in, CoseTag.ABSENT);
      case COSE_SIGN -> CoseSign.read(in, CoseTag.ABSENT);
      case COSE_MAC0 -> CoseMac0.read(in, CoseTag.ABSENT);
      case JWS, UCCS, UJCS, UNSECURED_JWS ->
          throw in.fail(Reason.UNEXPECTED_STRUCTURE, "not what was stated");
    };
  }

  private static DecodingException badNesting(CborReader in, String detail) {
    return in.fail(Reason.UNEXPECTED_STRUCTURE, EatCodes.BAD_TAG_NESTING, detail);
  }

  @Override
  public EatEnvelope envelope() {
    if (message instanceof UnverifiedCoseSign1) {
      return EatEnvelope.COSE_SIGN1;
    }
    return message instanceof UnverifiedCoseMac0 ? EatEnvelope.COSE_MAC0 : EatEnvelope.COSE_SIGN;
  }

  @Override
  public Bytes payload() {
    return payload;
  }

  @Override
  public KeyHints keyHints() {
    if (message instanceof UnverifiedCoseSign1 sign1) {
      return sign1.keyHints();
    }
    return message instanceof UnverifiedCoseMac0 mac0
        ? mac0.keyHints()
        : ((UnverifiedCoseSign) message).signatures().get(0).keyHints();
  }

  @Override
  public List<KeyHints> allKeyHints() {
    return message instanceof UnverifiedCoseSign sign
        ? sign.signatures().stream().<KeyHints>map(UnverifiedCoseSignature::keyHints).toList()
        : List.of(keyHints());
  }

  @Override
  public boolean hasCwtTag() {
    return cwtTag;
  }

  @Override
  public boolean hasContentType() {
    return message.protectedHeaders().contentType().filter(CwtMessage::isEat).isPresent();
  }

  @Override
  public List<Bytes> encodedParts() {
    List<Bytes> parts = new ArrayList<>();
    if (!message.protectedHeaders().encoded().isEmpty()) {
      parts.add(message.protectedHeaders().encoded());
    }
    parts.add(payload);
    return parts;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(message.findings());
    for (CoseHeaders headers : List.of(message.protectedHeaders(), message.unprotectedHeaders())) {
      headers.contentType().ifPresent(type -> checkType("content type", type, findings));
      headers.typ().ifPresent(type -> checkType("typ", type, findings));
    }
    return findings;
  }

  private static void checkType(String header, CoseContentType type, List<Finding> findings) {
    if (!isEat(type)) {
      findings.add(
          new Finding(
              EatCodes.OTHER_TYPE,
              Finding.Severity.WARNING,
              "cwt",
              header + " is not that of a token"));
    }
  }

  private static boolean isEat(CoseContentType type) {
    if (type instanceof CoseContentType.OfContentFormat format) {
      return format.value() <= ContentFormat.MAX
          && ContentFormats.IANA
              .mediaType(ContentFormat.of((int) format.value()))
              .filter(known -> known.name().equals(EatMediaTypes.CWT))
              .isPresent();
    }
    try {
      return MediaType.of(type.toString()).name().equals(EatMediaTypes.CWT);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public Accepted verify(KeyResolver keys, Set<Long> algorithms, DecodeOptions options)
      throws VerificationException {
    CoseExpectations expectations =
        CoseExpectations.builder().keys(keys).algorithms(algorithms).build();
    CoseMessage verified = verify(expectations);
    if (verified.protectedHeaders().cwtClaims().isPresent() && !EatTags.isTagged(payload)) {
      verified.protectedHeaders().requireConsistent(payloadMap(options));
    }
    return new Accepted(verified.key(), verified.algorithm());
  }

  private CoseMessage verify(CoseExpectations expectations) throws VerificationException {
    if (message instanceof UnverifiedCoseSign1 sign1) {
      return sign1.verify(expectations);
    }
    if (message instanceof UnverifiedCoseMac0 mac0) {
      return mac0.verify(expectations);
    }
    return verifyOneOf((UnverifiedCoseSign) message, expectations);
  }

  /** Verifies the first signature that is by an expected key. */
  private static CoseMessage verifyOneOf(UnverifiedCoseSign sign, CoseExpectations expectations)
      throws VerificationException {
    for (int i = 0; ; i++) {
      try {
        return sign.verify(i, expectations);
      } catch (VerificationException e) {
        if (i + 1 == sign.signatures().size()) {
          throw e;
        }
      }
    }
  }

  private CborMap payloadMap(DecodeOptions options) throws VerificationException {
    try {
      return (CborMap) CborItem.decode(payload, options);
    } catch (DecodingException e) {
      throw new IllegalStateException("claims were decoded under the same options", e);
    }
  }
}
