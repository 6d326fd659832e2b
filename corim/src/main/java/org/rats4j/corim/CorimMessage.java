package org.rats4j.corim;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.corim.internal.CorimCodec;
import org.rats4j.corim.internal.SignedCodec;
import org.rats4j.corim.internal.Source;

/**
 * A CoRIM as it is conveyed, with or without signature.
 *
 * <pre>{@code
 * corim = tagged-unsigned-corim-map / signed-corim
 * }</pre>
 */
public sealed interface CorimMessage permits Corim, UnverifiedSignedCorim {

  /**
   * Decodes exactly one CoRIM, signed or not, with the profiles of {@link CorimProfiles#BUILT_IN}.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  static CorimMessage decode(Bytes cbor, DecodeOptions options) throws DecodingException {
    return decode(cbor, CorimProfiles.BUILT_IN, new Findings(options));
  }

  /**
   * Decodes exactly one CoRIM, signed or not, and remarks to {@code findings}, under whose options
   * it reads.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  static CorimMessage decode(Bytes cbor, CorimProfiles profiles, Findings findings)
      throws DecodingException {
    Source in = Source.open(cbor, "corim", profiles, findings);
    return SignedCodec.isSigned(in) ? SignedCorim.read(in, profiles) : CorimCodec.read(in);
  }
}
