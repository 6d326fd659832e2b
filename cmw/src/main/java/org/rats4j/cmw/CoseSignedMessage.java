package org.rats4j.cmw;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseContentType;
import org.rats4j.core.cose.CoseExpectations;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.CoseTag;
import org.rats4j.core.cose.UnverifiedCoseSign1;
import org.rats4j.core.crypto.KeyHints;

/**
 * A COSE_Sign1 around a wrapper in CBOR (RFC 9999, section 4.1).
 *
 * <pre>{@code
 * signed-cbor-cmw = [ protected: bstr, unprotected: map, payload: bstr .cbor cbor-cmw, signature: bstr ]
 * }</pre>
 */
final class CoseSignedMessage implements SignedMessage {
  private static final CoseContentType CMW_CBOR = CoseContentType.of(273);
  private static final String CONTENT_TYPE_PATH = "cose/0/3";

  private final UnverifiedCoseSign1 message;
  private final Bytes payload;

  private CoseSignedMessage(UnverifiedCoseSign1 message, Bytes payload) {
    this.message = message;
    this.payload = payload;
  }

  static CoseSignedMessage decode(Bytes cose, DecodeOptions options) throws DecodingException {
    try {
      UnverifiedCoseSign1 message = CoseSign1.decode(cose, CoseTag.OPTIONAL, options);
      return new CoseSignedMessage(message, attached(message));
    } catch (DecodingException e) {
      throw Faults.ofEnvelope(e);
    }
  }

  private static Bytes attached(UnverifiedCoseSign1 message) throws DecodingException {
    return message
        .payload()
        .orElseThrow(
            () ->
                DecodingException.of(
                    Reason.UNEXPECTED_STRUCTURE, "cose/2", "the payload is detached"));
  }

  @Override
  public SignedCmw verify(SignedCmwExpectations expectations, Findings findings)
      throws VerificationException, DecodingException {
    CoseExpectations checked =
        CoseExpectations.builder()
            .keys(
                hints -> {
                  payloadType(new Findings(findings.options()));
                  return expectations.keys().resolve(hints);
                })
            .algorithms(expectations.algorithms())
            .understoodCritical(expectations.understoodCritical().toArray(Label[]::new))
            .build();
    CoseSign1 verified;
    try {
      verified = message.verify(checked);
    } catch (VerificationException e) {
      throw Faults.ofSignature(e);
    }
    PayloadType type = payloadType(findings);
    Cmw cmw = Cmw.decode(verified.payload(), Encoding.CBOR, findings);
    type.compare(cmw);
    return SignedCmw.of(cmw, verified, findings.toList(), encoded());
  }

  private PayloadType payloadType(Findings findings) throws VerificationException {
    CoseHeaders headers = message.protectedHeaders();
    Optional<CoseContentType> type = headers.contentType();
    if (type.isEmpty()) {
      throw PayloadType.missing(CONTENT_TYPE_PATH);
    }
    return type.get().equals(CMW_CBOR)
        ? PayloadType.ANY
        : PayloadType.of(type.get().toString(), Encoding.CBOR, CONTENT_TYPE_PATH, findings);
  }

  @Override
  public CmwKind kind() {
    return CmwKind.COSE;
  }

  @Override
  public Encoding encoding() {
    return Encoding.CBOR;
  }

  @Override
  public Bytes payload() {
    return payload;
  }

  @Override
  public KeyHints keyHints() {
    return message.keyHints();
  }

  @Override
  public List<Finding> findings() {
    return message.findings();
  }

  @Override
  public Bytes encoded() {
    return message.encoded();
  }
}
