package org.rats4j.eat;

import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;

/**
 * Tokens in conceptual message wrappers. {@link EatHandlers} decode them again; who expects one
 * record takes its value.
 */
public final class EatCmw {
  private EatCmw() {}

  /**
   * Returns a record with a signed token, or a detached bundle, under its media type of RFC 9782,
   * that says that it is evidence.
   *
   * @throws IllegalArgumentException if {@code token} looks like neither; claims without signature
   *     are wrapped by who vouches for their channel
   */
  public static CmwRecord wrap(Bytes token) {
    String type =
        switch (EatEnvelopeDetector.detect(token)) {
          case CWT -> EatMediaTypes.CWT;
          case JWT -> EatMediaTypes.JWT;
          case CBOR_BUNDLE -> EatMediaTypes.BUNDLE_CBOR;
          case JSON_BUNDLE -> EatMediaTypes.BUNDLE_JSON;
          case UCCS, UJCS, UNKNOWN ->
              throw new IllegalArgumentException("neither a signed token nor a bundle");
        };
    return CmwRecord.of(MediaType.of(type), token).withIndicator(CmwIndicator.EVIDENCE);
  }
}
