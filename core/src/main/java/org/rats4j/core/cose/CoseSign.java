package org.rats4j.core.cose;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.crypto.VerificationKey;

/**
 * A COSE_Sign of which one signature was verified (RFC 9052, section 4.1).
 *
 * <pre>{@code
 * COSE_Sign = [ Headers, payload : bstr / nil, signatures : [+ COSE_Signature] ]
 * COSE_Signature = [ Headers, signature : bstr ]
 * }</pre>
 *
 * <p>How many signatures are needed, and whose, is the decision of the caller, who verifies each by
 * a call of its own.
 */
public final class CoseSign implements CoseMessage {
  private final CoseHeaders protectedHeaders;
  private final int signerIndex;
  private final CoseHeaders signerProtectedHeaders;
  private final SignatureCheck.Accepted accepted;

  CoseSign(
      CoseHeaders protectedHeaders,
      int signerIndex,
      CoseHeaders signerProtectedHeaders,
      SignatureCheck.Accepted accepted) {
    this.protectedHeaders = protectedHeaders;
    this.signerIndex = signerIndex;
    this.signerProtectedHeaders = signerProtectedHeaders;
    this.accepted = accepted;
  }

  /**
   * Decodes exactly one message, with its tag or, where {@link CoseLeniencies#UNTAGGED} is
   * accepted, without.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static UnverifiedCoseSign decode(byte[] cbor, DecodeOptions options)
      throws DecodingException {
    return decode(Bytes.copyOf(cbor), options);
  }

  /**
   * Decodes exactly one message, with its tag or, where {@link CoseLeniencies#UNTAGGED} is
   * accepted, without.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static UnverifiedCoseSign decode(Bytes cbor, DecodeOptions options)
      throws DecodingException {
    return decode(cbor, CoseTag.REQUIRED, options);
  }

  /**
   * Decodes exactly one message whose tag is as the embedding specification says.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static UnverifiedCoseSign decode(Bytes cbor, CoseTag tag, DecodeOptions options)
      throws DecodingException {
    return read(CborReader.of(cbor, options, "cose"), tag);
  }

  /**
   * Reads the message at which {@code in} stands.
   *
   * @param tag whether it has its tag, as the embedding specification says
   * @throws DecodingException if there is anything else
   */
  public static UnverifiedCoseSign read(CborReader in, CoseTag tag) throws DecodingException {
    return UnverifiedCoseSign.read(in, tag);
  }

  /** Returns a builder of a new message. */
  public static CoseSignBuilder builder() {
    return new CoseSignBuilder();
  }

  /** Returns which signature was verified, counted from 0. */
  public int signerIndex() {
    return signerIndex;
  }

  /** Returns the protected header parameters of the signer. */
  public CoseHeaders signerProtectedHeaders() {
    return signerProtectedHeaders;
  }

  @Override
  public Bytes payload() {
    return accepted.payload();
  }

  @Override
  public CoseHeaders protectedHeaders() {
    return protectedHeaders;
  }

  @Override
  public VerificationKey key() {
    return accepted.key();
  }

  @Override
  public long algorithm() {
    return accepted.algorithm();
  }
}
