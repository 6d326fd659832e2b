package org.rats4j.corim;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.HashEnvelope;
import org.rats4j.core.cose.UnverifiedCoseSign1;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.internal.SignedCodec;
import org.rats4j.corim.internal.Source;

/**
 * A verified CoRIM: who signed, and what.
 *
 * <pre>{@code
 * signed-corim = #6.18(COSE-Sign1-corim)
 * COSE-Sign1-corim = [
 *   protected: bstr .cbor protected-corim-header-map,
 *   unprotected: unprotected-corim-header-map,
 *   payload: bstr .cbor tagged-unsigned-corim-map / bstr / nil,
 *   signature: bstr
 * ]
 * }</pre>
 *
 * <p>The payload is a CoRIM, or under the headers of RFC 9995 the hash of one.
 */
public final class SignedCorim {
  private final CoseSign1 message;
  private final Bytes encoded;
  private final SignerInfo signer;
  private final @Nullable Corim corim;
  private final CorimProfiles profiles;
  private final DecodeOptions options;
  private final List<Finding> findings;

  SignedCorim(
      CoseSign1 message,
      Bytes encoded,
      SignerInfo signer,
      @Nullable Corim corim,
      CorimProfiles profiles,
      DecodeOptions options,
      List<Finding> findings) {
    this.message = message;
    this.encoded = encoded;
    this.signer = signer;
    this.corim = corim;
    this.profiles = profiles;
    this.options = options;
    this.findings = findings;
  }

  /**
   * Decodes exactly one signed CoRIM, strictly, with the profiles of {@link
   * CorimProfiles#BUILT_IN}.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static UnverifiedSignedCorim decode(Bytes cbor) throws DecodingException {
    return decode(cbor, CorimOptions.STRICT);
  }

  /**
   * Decodes exactly one signed CoRIM, with the profiles of {@link CorimProfiles#BUILT_IN}.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static UnverifiedSignedCorim decode(Bytes cbor, DecodeOptions options)
      throws DecodingException {
    return decode(cbor, CorimProfiles.BUILT_IN, new Findings(options));
  }

  /**
   * Decodes exactly one signed CoRIM, with the CoRIM in it if there is one, and remarks to {@code
   * findings}, under whose options it reads.
   *
   * @throws DecodingException if {@code cbor} is anything else; with the code {@link
   *     CorimCodes#CONTENT_TYPE} if the content type is not that of a CoRIM, or the headers of a
   *     hash are not complete; {@link CorimCodes#SIGNER_MISSING} if there is neither corim-meta nor
   *     CWT claims; {@link CorimCodes#META_CLAIMS_MISMATCH} if they differ; and as {@link
   *     Corim#decode(Bytes, CorimProfiles, Findings)}
   */
  public static UnverifiedSignedCorim decode(Bytes cbor, CorimProfiles profiles, Findings findings)
      throws DecodingException {
    return read(Source.open(cbor, "corim", profiles, findings), profiles);
  }

  static UnverifiedSignedCorim read(Source in, CorimProfiles profiles) throws DecodingException {
    UnverifiedCoseSign1 message = SignedCodec.message(in);
    boolean isHash = SignedCodec.isHashEnvelope(in, message.protectedHeaders());
    SignerInfo signer = SignedCodec.signer(in, message.protectedHeaders());
    Corim corim =
        isHash || message.payload().isEmpty()
            ? null
            : SignedCodec.payload(in, message.payload().get());
    return new UnverifiedSignedCorim(
        message, isHash, signer, corim, profiles, in.cbor().findings());
  }

  /** Returns a builder that signs {@code corim} in deterministic encoding. */
  public static SignedCorimBuilder builder(Corim corim, SignerInfo signer) {
    return new SignedCorimBuilder(corim.encode(), signer);
  }

  /**
   * Returns a builder that signs these bytes of an unsigned CoRIM.
   *
   * @throws DecodingException if {@code corim} is not exactly one CoRIM with its tag, by the rules
   *     of the specification
   */
  public static SignedCorimBuilder builder(Bytes corim, SignerInfo signer)
      throws DecodingException {
    Corim.decode(corim, CorimProfiles.NONE.keepingUnknown(), new Findings(CorimOptions.STRICT));
    return new SignedCorimBuilder(corim, signer);
  }

  /** Returns the CoRIM; empty if the signature is over the hash of one that was not given. */
  public Optional<Corim> corim() {
    return Optional.ofNullable(corim);
  }

  /** Returns what the signer says of himself. */
  public SignerInfo signer() {
    return signer;
  }

  /** Returns the verified message: its headers, its payload, key and algorithm. */
  public CoseSign1 message() {
    return message;
  }

  /** Returns the key that the signature was verified with. */
  public VerificationKey key() {
    return message.key();
  }

  /** Returns the number of the algorithm of the signature. */
  public long algorithm() {
    return message.algorithm();
  }

  /** Returns the hash that is signed in place of the CoRIM. */
  public Optional<HashEnvelope> hashEnvelope() {
    return message.hashEnvelope();
  }

  /**
   * Returns what was remarked: while the message was decoded, and of a CoRIM that was not in it
   * while that was decoded behind the signature.
   */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Returns the CoRIM whose hash is signed, read under the options of the message.
   *
   * @param preimage an unsigned CoRIM with its tag
   * @throws IllegalStateException if the signature is not over a hash
   * @throws VerificationException with DIGEST_MISMATCH if {@code preimage} has another hash, with
   *     ALGORITHM_NOT_ALLOWED if the hash is not known here
   * @throws DecodingException if {@code preimage} is what was signed, and no CoRIM
   */
  public Corim verifyPreimage(Bytes preimage) throws VerificationException, DecodingException {
    return verifyPreimage(preimage, new Findings(options));
  }

  /**
   * Returns the CoRIM whose hash is signed, read under the options of {@code findings}, and remarks
   * to them.
   *
   * @param preimage an unsigned CoRIM with its tag
   * @throws IllegalStateException if the signature is not over a hash
   * @throws VerificationException as {@link #verifyPreimage(Bytes)}
   * @throws DecodingException if {@code preimage} is what was signed, and no CoRIM
   */
  public Corim verifyPreimage(Bytes preimage, Findings findings)
      throws VerificationException, DecodingException {
    HashEnvelope envelope =
        hashEnvelope().orElseThrow(() -> new IllegalStateException("no hash is signed"));
    envelope.verifyPreimage(preimage);
    return Corim.decode(preimage, profiles, findings);
  }

  /** Returns the COSE message as it was received, without the tags of old drafts around it. */
  public Bytes encoded() {
    return encoded;
  }

  @Override
  public String toString() {
    return "CoRIM signed by " + signer;
  }
}
