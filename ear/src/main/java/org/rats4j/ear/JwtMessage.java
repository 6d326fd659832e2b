package org.rats4j.ear;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsExpectations;
import org.rats4j.core.jose.UnverifiedJws;

/** An EAR as JWT. */
final class JwtMessage implements SignedEar {
  private final UnverifiedJws jws;

  private JwtMessage(UnverifiedJws jws) {
    this.jws = jws;
  }

  static JwtMessage decode(Bytes token, EarOptions options) throws DecodingException {
    return new JwtMessage(Jws.decode(token, options.decodeOptions()));
  }

  @Override
  public Encoding encoding() {
    return Encoding.JSON;
  }

  @Override
  public Bytes payload() {
    return jws.payload();
  }

  @Override
  public KeyHints keyHints() {
    return jws.keyHints();
  }

  @Override
  public List<Finding> findings() {
    return List.of();
  }

  @Override
  public Bytes encoded() {
    return jws.encoded();
  }

  @Override
  public Verified verify(EarExpectations expectations) throws VerificationException {
    JwsExpectations.Builder expected =
        JwsExpectations.builder().keys(expectations.keys()).algorithms(expectations.algorithms());
    expectations.typ().ifPresent(expected::typ);
    try {
      Jws verified = jws.verify(expected.build());
      return new Verified(verified.payload(), Encoding.JSON, verified.key(), verified.algorithm());
    } catch (VerificationException e) {
      throw EarFaults.ofSignature(e);
    }
  }
}
