package org.rats4j.core.cose;

import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.crypto.VerificationKey;

/**
 * A COSE message that was verified: who signed, with which algorithm, which bytes. Nothing of the
 * unprotected headers is left.
 *
 * <pre>{@code
 * COSE_Tagged_Message = #6.18(COSE_Sign1) / #6.98(COSE_Sign) / #6.17(COSE_Mac0)
 * }</pre>
 */
public sealed interface CoseMessage permits CoseSign1, CoseSign, CoseMac0 {

  /**
   * Decodes exactly one tagged message, of the type that its tag tells.
   *
   * @throws DecodingException if {@code cbor} is not exactly one COSE_Sign1, COSE_Sign or COSE_Mac0
   *     with its tag; with UNSUPPORTED if it is encrypted or has recipients
   */
  static UnverifiedCoseMessage decode(byte[] cbor, DecodeOptions options) throws DecodingException {
    return decode(Bytes.copyOf(cbor), options);
  }

  /**
   * Decodes exactly one tagged message, of the type that its tag tells.
   *
   * @throws DecodingException if {@code cbor} is not exactly one COSE_Sign1, COSE_Sign or COSE_Mac0
   *     with its tag; with UNSUPPORTED if it is encrypted or has recipients
   */
  static UnverifiedCoseMessage decode(Bytes cbor, DecodeOptions options) throws DecodingException {
    return read(CborReader.of(cbor, options, "cose"));
  }

  /**
   * Reads the tagged message at which {@code in} stands. For specifications that embed a message or
   * put other tags before its own.
   *
   * @throws DecodingException if there is no COSE_Sign1, COSE_Sign or COSE_Mac0 with its tag
   */
  static UnverifiedCoseMessage read(CborReader in) throws DecodingException {
    Bytes encoded = in.peekRaw();
    CoseForm form = CoseForm.readTag(in);
    return switch (form) {
      case SIGN1 -> new UnverifiedCoseSign1(SingleSignature.readUntagged(in, form, encoded));
      case MAC0 -> new UnverifiedCoseMac0(SingleSignature.readUntagged(in, form, encoded));
      case SIGN -> UnverifiedCoseSign.readUntagged(in, encoded);
    };
  }

  /** Returns the payload, also if it was detached. */
  Bytes payload();

  /** Returns the protected header parameters of the message. */
  CoseHeaders protectedHeaders();

  /** Returns the key with which the message was verified. */
  VerificationKey key();

  /** Returns the number of the algorithm with which the message was verified. */
  long algorithm();

  /** Returns the hash envelope that the payload is; empty if it is none. */
  default Optional<HashEnvelope> hashEnvelope() {
    return HashEnvelope.of(protectedHeaders(), payload());
  }
}
