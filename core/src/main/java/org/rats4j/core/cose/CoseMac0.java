package org.rats4j.core.cose;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.crypto.VerificationKey;

/**
 * A verified COSE_Mac0 (RFC 9052, section 6.2).
 *
 * <pre>{@code
 * COSE_Mac0 = [ Headers, payload : bstr / nil, tag : bstr ]
 * }</pre>
 */
public final class CoseMac0 implements CoseMessage {
  private final CoseHeaders protectedHeaders;
  private final SignatureCheck.Accepted accepted;

  CoseMac0(CoseHeaders protectedHeaders, SignatureCheck.Accepted accepted) {
    this.protectedHeaders = protectedHeaders;
    this.accepted = accepted;
  }

  /**
   * Decodes exactly one message, with its tag or, where {@link CoseLeniencies#UNTAGGED} is
   * accepted, without.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static UnverifiedCoseMac0 decode(byte[] cbor, DecodeOptions options)
      throws DecodingException {
    return decode(Bytes.copyOf(cbor), options);
  }

  /**
   * Decodes exactly one message, with its tag or, where {@link CoseLeniencies#UNTAGGED} is
   * accepted, without.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static UnverifiedCoseMac0 decode(Bytes cbor, DecodeOptions options)
      throws DecodingException {
    return decode(cbor, CoseTag.REQUIRED, options);
  }

  /**
   * Decodes exactly one message whose tag is as the embedding specification says.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static UnverifiedCoseMac0 decode(Bytes cbor, CoseTag tag, DecodeOptions options)
      throws DecodingException {
    return new UnverifiedCoseMac0(SingleSignature.decode(CoseForm.MAC0, cbor, tag, options));
  }

  /**
   * Reads the message at which {@code in} stands.
   *
   * @param tag whether it has its tag, as the embedding specification says
   * @throws DecodingException if there is anything else
   */
  public static UnverifiedCoseMac0 read(CborReader in, CoseTag tag) throws DecodingException {
    return new UnverifiedCoseMac0(SingleSignature.read(CoseForm.MAC0, in, tag));
  }

  /** Returns a builder of a new message. */
  public static CoseMac0Builder builder() {
    return new CoseMac0Builder();
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
