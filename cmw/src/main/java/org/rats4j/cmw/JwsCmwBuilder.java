package org.rats4j.cmw;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsBuilder;
import org.rats4j.core.json.JsonValue;

/**
 * Signs a wrapper with JWS (RFC 9999, section 4.2). Begin with {@link SignedCmw#jws}. Not safe for
 * use by several threads.
 */
public final class JwsCmwBuilder {
  private final Cmw cmw;
  private final JwsBuilder message = Jws.builder();
  private String contentType = "application/cmw+json";

  JwsCmwBuilder(Cmw cmw) {
    this.cmw = Objects.requireNonNull(cmw, "cmw");
  }

  /**
   * Names the content type with the type of the collection as parameter {@code cmwc_t}.
   *
   * @throws IllegalStateException if the wrapper is no collection, or has no type
   */
  public JwsCmwBuilder collectionType() {
    contentType = CollectionTypes.mediaType("application/cmw+json", cmw).text();
    return this;
  }

  /** Sets {@code kid}, by which a verifier finds the key. */
  public JwsCmwBuilder keyId(String value) {
    message.kid(value);
    return this;
  }

  /** Sets {@code x5c}: certificates in DER, the signer's first. */
  public JwsCmwBuilder certificateChain(List<Bytes> value) {
    message.x5c(value);
    return this;
  }

  /**
   * Sets a further member of the protected header.
   *
   * @throws IllegalArgumentException if {@code name} is {@code alg} or {@code cty}, which are set
   *     by themselves
   */
  public JwsCmwBuilder protectedMember(String name, JsonValue value) {
    if (name.equals("cty")) {
      throw new IllegalArgumentException("cty is set by itself");
    }
    message.protectedMember(name, value);
    return this;
  }

  /**
   * Returns the compact serialization with the signature of {@code signer}.
   *
   * @throws GeneralSecurityException if the signer fails
   * @throws DecodingException with the code {@link CmwCodes#CONVERSION} if JSON cannot express the
   *     wrapper
   * @throws IllegalArgumentException if the algorithm is a MAC or is not written, or a member of
   *     the header is not as RFC 7515 says
   */
  public Bytes sign(Signer signer) throws GeneralSecurityException, DecodingException {
    return Bytes.ofUtf8(prepared(signer).sign(signer));
  }

  /**
   * Returns the flattened JSON serialization with the signature of {@code signer}.
   *
   * @throws GeneralSecurityException if the signer fails
   * @throws DecodingException with the code {@link CmwCodes#CONVERSION} if JSON cannot express the
   *     wrapper
   * @throws IllegalArgumentException if the algorithm is a MAC or is not written, or a member of
   *     the header is not as RFC 7515 says
   */
  public Bytes signFlattened(Signer signer) throws GeneralSecurityException, DecodingException {
    return prepared(signer).signFlattened(signer);
  }

  private JwsBuilder prepared(Signer signer) throws DecodingException {
    if (Algorithms.isMac(signer.algorithm())) {
      throw new IllegalArgumentException("a wrapper has a signature, not a MAC");
    }
    return message.cty(contentType).payload(cmw.encode(CmwForm.JSON));
  }
}
