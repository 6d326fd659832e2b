package org.rats4j.cmw;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsExpectations;
import org.rats4j.core.jose.UnverifiedJws;

/**
 * A JWS around a wrapper in JSON, compact or flattened (RFC 9999, section 4.2).
 *
 * <pre>{@code
 * signed-json-cmw = jws-compact / jws-flattened-json
 * }</pre>
 */
final class JwsSignedMessage implements SignedMessage {
  private static final String CONTENT_TYPE_PATH = "jws/protected/cty";

  private final UnverifiedJws message;

  private JwsSignedMessage(UnverifiedJws message) {
    this.message = message;
  }

  static JwsSignedMessage decode(Bytes jws, DecodeOptions options) throws DecodingException {
    try {
      return new JwsSignedMessage(
          CmwKind.of(jws) == CmwKind.JSON
              ? Jws.decodeFlattened(jws, options)
              : Jws.decode(jws, options));
    } catch (DecodingException e) {
      throw Faults.ofEnvelope(e);
    }
  }

  @Override
  public SignedCmw verify(SignedCmwExpectations expectations, Findings findings)
      throws VerificationException, DecodingException {
    JwsExpectations checked =
        JwsExpectations.builder()
            .keys(
                hints -> {
                  payloadType(new Findings(findings.options()));
                  return expectations.keys().resolve(hints);
                })
            .algorithms(expectations.jwsAlgorithms())
            .understoodCritical(
                expectations.understoodCritical().stream()
                    .filter(Label.OfText.class::isInstance)
                    .map(Label::toString)
                    .toArray(String[]::new))
            .build();
    Jws verified;
    try {
      verified = message.verify(checked);
    } catch (VerificationException e) {
      throw Faults.ofSignature(e);
    }
    PayloadType type = payloadType(findings);
    Cmw cmw = Cmw.decode(verified.payload(), Encoding.JSON, findings);
    type.compare(cmw);
    return SignedCmw.of(cmw, verified, findings.toList(), encoded());
  }

  private PayloadType payloadType(Findings findings) throws VerificationException {
    Optional<String> cty = message.protectedHeader().cty();
    if (cty.isEmpty()) {
      throw PayloadType.missing(CONTENT_TYPE_PATH);
    }
    return PayloadType.of(cty.get(), Encoding.JSON, CONTENT_TYPE_PATH, findings);
  }

  @Override
  public CmwKind kind() {
    return CmwKind.JWS;
  }

  @Override
  public Encoding encoding() {
    return Encoding.JSON;
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
  public List<Finding> findings() {
    return List.of();
  }

  @Override
  public Bytes encoded() {
    return message.encoded();
  }
}
