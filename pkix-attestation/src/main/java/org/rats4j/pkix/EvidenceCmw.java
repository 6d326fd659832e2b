package org.rats4j.pkix;

import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.CmwType;
import org.rats4j.core.DecodingException;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;

/**
 * Evidence in a conceptual message wrapper. No media type is registered for it, so that the caller
 * says which one he agreed on with his peers.
 */
public final class EvidenceCmw {
  private EvidenceCmw() {}

  /** Returns a record of the type {@code mediaType} that says that it is evidence. */
  public static CmwRecord wrap(UnverifiedEvidence evidence, MediaType mediaType) {
    return CmwRecord.of(mediaType, evidence.encoded()).withIndicator(CmwIndicator.EVIDENCE);
  }

  /**
   * Returns the evidence in {@code cmw}, for which nobody vouches.
   *
   * @throws VerificationException with the code {@link PkixCodes#CMW_MEDIA_TYPE} if it is of
   *     another type, with {@link PkixCodes#CMW_INDICATOR} if it says that it is no evidence
   * @throws DecodingException if what is inside is no evidence
   */
  public static UnverifiedEvidence unwrap(
      CmwRecord cmw, MediaType mediaType, EvidenceOptions options)
      throws VerificationException, DecodingException {
    if (!cmw.type().equals(CmwType.of(mediaType))) {
      throw VerificationException.of(
          Reason.TYPE_MISMATCH, PkixCodes.CMW_MEDIA_TYPE, "/0", "not of the agreed media type");
    }
    if (cmw.indicator().isPresent() && !cmw.indicator().get().contains(CmwIndicator.EVIDENCE)) {
      throw VerificationException.of(
          Reason.TYPE_MISMATCH, PkixCodes.CMW_INDICATOR, "/2", "indicator without evidence");
    }
    return Evidence.decode(cmw.value(), options);
  }
}
