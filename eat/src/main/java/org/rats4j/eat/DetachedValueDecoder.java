package org.rats4j.eat;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.json.Base64Url;

/**
 * Reads what a bundle in JSON has beside its main token. RFC 9711 has claims-sets in base64url
 * there; some services send something else, and a caller who knows them says so by a decoder.
 */
@FunctionalInterface
public interface DetachedValueDecoder {
  /** What RFC 9711 has: a claims-set in base64url. */
  DetachedValueDecoder CLAIMS_SETS =
      (text, path, findings) -> DetachedValue.ofClaimsSet(Base64Url.decode(text, path, findings));

  /**
   * Whole compact JWTs, as verifiers of GPUs send them: the digest is over the text of the JWT.
   * Anything else is read as RFC 9711 has it. Such bundles also need {@link
   * EatLeniencies#HEX_DIGEST}, and their JWTs {@link ClaimRegistry#GPU_VERIFIERS}.
   */
  DetachedValueDecoder JWTS =
      (text, path, findings) ->
          NestedTokenCodec.isCompact(text)
              ? DetachedValue.ofToken(new NestedToken(NestedToken.Form.JWT, Bytes.ofUtf8(text)))
              : CLAIMS_SETS.decode(text, path, findings);

  /**
   * Returns what {@code text} is. The value is shown to nobody before its digest was compared, and
   * should not be parsed here.
   *
   * @param path where the text stands, for exceptions
   * @param findings where deviations are remarked
   * @throws DecodingException if {@code text} is nothing of the kind, such as {@link
   *     Reason#NOT_WELL_FORMED}
   */
  DetachedValue decode(String text, String path, Findings findings) throws DecodingException;
}
