package org.rats4j.ear;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.VerificationKey;

/** The message around the claims: a JWS or a COSE_Sign1. */
interface SignedEar {
  /** What a signature vouches for. */
  record Verified(Bytes payload, Encoding encoding, VerificationKey key, long algorithm) {}

  /** No compact JWS begins like this, and every CWT does. */
  int CBOR_FROM = 0x80;

  static SignedEar decode(Bytes token, EarOptions options) throws DecodingException {
    try {
      boolean cbor = !token.isEmpty() && token.at(0) >= CBOR_FROM;
      return cbor ? CwtMessage.decode(token, options) : JwtMessage.decode(token, options);
    } catch (DecodingException e) {
      throw EarFaults.ofContainer(e);
    }
  }

  Encoding encoding();

  Bytes payload();

  KeyHints keyHints();

  List<Finding> findings();

  Bytes encoded();

  Verified verify(EarExpectations expectations) throws VerificationException;
}
