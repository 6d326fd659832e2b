package org.rats4j.ear;

import java.util.List;
import org.rats4j.cmw.CmwContentHandler;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;

/**
 * Decode the attestation results that stand in conceptual message wrappers. Their media type is
 * that of a token with the profile as parameter: these handlers come before one that takes all
 * tokens.
 *
 * <pre>{@code
 * CmwTree tree = CmwHandlers.of(EarHandlers.ALL).decode(cmw, CmwOptions.STRICT);
 * List<UnverifiedEar> results = tree.messages(EarHandlers.JWT);
 * }</pre>
 */
public final class EarHandlers {
  /** A JWT of the profile of {@link EarDialect#IETF_04}, under {@link EarOptions#STRICT}. */
  public static final CmwContentHandler<UnverifiedEar> JWT =
      of(Encoding.JSON, EarDialect.IETF_04.profile(), EarOptions.STRICT);

  /** A CWT of the profile of {@link EarDialect#IETF_04}, under {@link EarOptions#STRICT}. */
  public static final CmwContentHandler<UnverifiedEar> CWT =
      of(Encoding.CBOR, EarDialect.IETF_04.profile(), EarOptions.STRICT);

  /** All constants of this class. */
  public static final List<CmwContentHandler<?>> ALL = List.of(JWT, CWT);

  private EarHandlers() {}

  /** Returns a handler of results whose media type names {@code profile}. Keep it: it is a key. */
  public static CmwContentHandler<UnverifiedEar> of(
      Encoding encoding, String profile, EarOptions options) {
    return CmwContentHandler.of(
        EarMediaTypes.of(encoding, profile), value -> decode(value, encoding, options));
  }

  /** The type is a hint of the sender: what is inside has to be it. */
  private static UnverifiedEar decode(Bytes value, Encoding encoding, EarOptions options)
      throws DecodingException {
    UnverifiedEar result = Ear.decode(value, options);
    if (result.encoding() != encoding) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          EarCodes.EAR_CONTAINER,
          "",
          "the message is not what its media type says");
    }
    return result;
  }
}
