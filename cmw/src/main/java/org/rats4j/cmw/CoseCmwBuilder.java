package org.rats4j.cmw;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cose.CoseContentType;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.CoseSign1Builder;
import org.rats4j.core.crypto.Signer;

/**
 * Signs a wrapper with COSE (RFC 9999, section 4.1). Begin with {@link SignedCmw#cose}. The message
 * has the tag 18 and names its content type by the media type, which every peer knows. Not safe for
 * use by several threads.
 */
public final class CoseCmwBuilder {
  private static final CoseContentType CMW_CBOR = CoseContentType.of(273);

  private final Cmw cmw;
  private CmwForm form = CmwForm.CBOR;
  private CoseContentType contentType = CoseContentType.of("application/cmw+cbor");
  private CoseHeaders protectedHeaders = CoseHeaders.EMPTY;
  private CoseHeaders unprotectedHeaders = CoseHeaders.EMPTY;
  private boolean tagged = true;

  CoseCmwBuilder(Cmw cmw) {
    this.cmw = Objects.requireNonNull(cmw, "cmw");
  }

  /**
   * Sets the form of the payload; {@link CmwForm#CBOR} by default.
   *
   * @throws IllegalArgumentException if {@code value} is {@link CmwForm#JSON}
   */
  public CoseCmwBuilder form(CmwForm value) {
    if (value == CmwForm.JSON) {
      throw new IllegalArgumentException("COSE carries wrappers in CBOR");
    }
    form = value;
    return this;
  }

  /** Names the content type by the content-format 273, which is shorter. */
  public CoseCmwBuilder contentFormat() {
    contentType = CMW_CBOR;
    return this;
  }

  /**
   * Names the content type with the type of the collection as parameter {@code cmwc_t}.
   *
   * @throws IllegalStateException if the wrapper is no collection, or has no type
   */
  public CoseCmwBuilder collectionType() {
    contentType = CoseContentType.of(CollectionTypes.mediaType("application/cmw+cbor", cmw).text());
    return this;
  }

  /** Sets {@code kid}, by which a verifier finds the key; not protected. */
  public CoseCmwBuilder keyId(Bytes value) {
    unprotectedHeaders = unprotectedHeaders.toBuilder().kid(value).build();
    return this;
  }

  /** Sets {@code x5chain}: certificates in DER, the signer's first; not protected. */
  public CoseCmwBuilder certificateChain(List<Bytes> value) {
    unprotectedHeaders = unprotectedHeaders.toBuilder().x5chain(value).build();
    return this;
  }

  /** Sets further protected headers. The content type and the algorithm are added. */
  public CoseCmwBuilder protectedHeaders(CoseHeaders value) {
    protectedHeaders = Objects.requireNonNull(value, "value");
    return this;
  }

  /** Leaves the tag 18 away. */
  public CoseCmwBuilder untagged() {
    tagged = false;
    return this;
  }

  /**
   * Returns the message with the signature of {@code signer}.
   *
   * @throws GeneralSecurityException if the signer fails
   * @throws DecodingException with the code {@link CmwCodes#CONVERSION} if the wrapper has no such
   *     form
   * @throws IllegalArgumentException if the algorithm is a MAC or is not written, or a header
   *     stands where it must not stand
   */
  public Bytes sign(Signer signer) throws GeneralSecurityException, DecodingException {
    CoseSign1Builder message =
        CoseSign1.builder()
            .protectedHeaders(protectedHeaders.toBuilder().contentType(contentType).build())
            .unprotectedHeaders(unprotectedHeaders)
            .payload(cmw.encode(form));
    return (tagged ? message : message.untagged()).sign(signer);
  }
}
