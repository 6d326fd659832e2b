package org.rats4j.cmw;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsHeader;

/**
 * A signed wrapper that was verified (RFC 9999, section 4): who signed which wrapper.
 *
 * <pre>{@code
 * UnverifiedSignedCmw received = SignedCmw.decodeCose(bytes);
 * SignedCmw signed = received.verify(SignedCmwExpectations.builder().key(attesterKey).build());
 * Cmw cmw = signed.cmw();
 * }</pre>
 *
 * <p>The signature holds the members of a collection together. What each of them says is not
 * verified by it.
 */
public final class SignedCmw {
  private final Cmw cmw;
  private final @Nullable CoseSign1 cose;
  private final @Nullable Jws jws;
  private final VerificationKey key;
  private final long algorithm;
  private final List<Finding> findings;
  private final Bytes encoded;

  private SignedCmw(
      Cmw cmw,
      @Nullable CoseSign1 cose,
      @Nullable Jws jws,
      VerificationKey key,
      long algorithm,
      List<Finding> findings,
      Bytes encoded) {
    this.cmw = cmw;
    this.cose = cose;
    this.jws = jws;
    this.key = key;
    this.algorithm = algorithm;
    this.findings = findings;
    this.encoded = encoded;
  }

  static SignedCmw of(Cmw cmw, CoseSign1 cose, List<Finding> findings, Bytes encoded) {
    return new SignedCmw(cmw, cose, null, cose.key(), cose.algorithm(), findings, encoded);
  }

  static SignedCmw of(Cmw cmw, Jws jws, List<Finding> findings, Bytes encoded) {
    return new SignedCmw(cmw, null, jws, jws.key(), jws.algorithm(), findings, encoded);
  }

  /**
   * Decodes {@code application/cmw+cose} under {@link CmwOptions#STRICT}.
   *
   * @throws DecodingException if {@code cose} is anything else
   */
  public static UnverifiedSignedCmw decodeCose(byte[] cose) throws DecodingException {
    return decodeCose(Bytes.copyOf(cose), CmwOptions.STRICT);
  }

  /**
   * Decodes {@code application/cmw+cose}: a COSE_Sign1, with or without its tag, that carries its
   * payload.
   *
   * @param options usually {@link CmwOptions#STRICT} or {@link CmwOptions#LENIENT}; they hold for
   *     the payload, too
   * @throws DecodingException if {@code cose} is anything else
   */
  public static UnverifiedSignedCmw decodeCose(Bytes cose, DecodeOptions options)
      throws DecodingException {
    return decodeCose(cose, options, PayloadType.ANY);
  }

  /**
   * Decodes {@code application/cmw+jws} under {@link CmwOptions#STRICT}.
   *
   * @throws DecodingException if {@code jws} is anything else
   */
  public static UnverifiedSignedCmw decodeJws(byte[] jws) throws DecodingException {
    return decodeJws(Bytes.copyOf(jws), CmwOptions.STRICT);
  }

  /**
   * Decodes {@code application/cmw+jws}: a JWS in the compact serialization or, if it begins as
   * JSON does, in the flattened one.
   *
   * @param options usually {@link CmwOptions#STRICT} or {@link CmwOptions#LENIENT}; they hold for
   *     the payload, too
   * @throws DecodingException if {@code jws} is anything else
   */
  public static UnverifiedSignedCmw decodeJws(Bytes jws, DecodeOptions options)
      throws DecodingException {
    return decodeJws(jws, options, PayloadType.ANY);
  }

  static UnverifiedSignedCmw decodeCose(Bytes cose, DecodeOptions options, PayloadType outerType)
      throws DecodingException {
    return decodeCose(cose, options, options, outerType);
  }

  /**
   * @param inner the options for the payload
   */
  static UnverifiedSignedCmw decodeCose(
      Bytes cose, DecodeOptions options, DecodeOptions inner, PayloadType outerType)
      throws DecodingException {
    return new UnverifiedSignedCmw(CoseSignedMessage.decode(cose, options), inner, outerType);
  }

  static UnverifiedSignedCmw decodeJws(Bytes jws, DecodeOptions options, PayloadType outerType)
      throws DecodingException {
    return decodeJws(jws, options, options, outerType);
  }

  /**
   * @param inner the options for the payload
   */
  static UnverifiedSignedCmw decodeJws(
      Bytes jws, DecodeOptions options, DecodeOptions inner, PayloadType outerType)
      throws DecodingException {
    return new UnverifiedSignedCmw(JwsSignedMessage.decode(jws, options), inner, outerType);
  }

  /** Returns what signs {@code cmw} with COSE. */
  public static CoseCmwBuilder cose(Cmw cmw) {
    return new CoseCmwBuilder(cmw);
  }

  /** Returns what signs {@code cmw} with JWS. */
  public static JwsCmwBuilder jws(Cmw cmw) {
    return new JwsCmwBuilder(cmw);
  }

  /** Returns the wrapper that was signed. */
  public Cmw cmw() {
    return cmw;
  }

  /** Returns the key with which the message was verified. */
  public VerificationKey key() {
    return key;
  }

  /** Returns the number of the algorithm with which the message was verified. */
  public long algorithm() {
    return algorithm;
  }

  /** Returns the protected headers; empty if this is a JWS. */
  public Optional<CoseHeaders> coseHeaders() {
    return Optional.ofNullable(cose).map(CoseSign1::protectedHeaders);
  }

  /** Returns the protected header; empty if this is a COSE_Sign1. */
  public Optional<JwsHeader> jwsHeader() {
    return Optional.ofNullable(jws).map(Jws::protectedHeader);
  }

  /** Returns what was remarked, in particular the deviations that were accepted. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the message as it was received. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns the wrapper and the number of the algorithm. */
  @Override
  public String toString() {
    return "SignedCmw[" + cmw + ", algorithm " + algorithm + "]";
  }
}
