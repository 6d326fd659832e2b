package org.rats4j.eat;

import java.util.List;
import org.rats4j.cmw.CmwContentHandler;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;

/**
 * Decode the tokens that stand in conceptual message wrappers, by the media types of RFC 9782,
 * whatever profile these name, under {@link EatOptions#STRICT}.
 *
 * <pre>{@code
 * CmwTree tree = CmwHandlers.of(EatHandlers.ALL).decode(cmw, CmwOptions.STRICT);
 * List<UnverifiedEat> tokens = tree.messages(EatHandlers.CWT);
 * }</pre>
 */
public final class EatHandlers {
  /** {@code application/eat+cwt}, content-format 263. */
  public static final CmwContentHandler<UnverifiedEat> CWT =
      CmwContentHandler.ofName(EatMediaTypes.CWT, value -> token(value, Encoding.CBOR, true));

  /** {@code application/eat+jwt}, content-format 264. */
  public static final CmwContentHandler<UnverifiedEat> JWT =
      CmwContentHandler.ofName(EatMediaTypes.JWT, value -> token(value, Encoding.JSON, true));

  /** {@code application/eat-ucs+cbor}, content-format 267: claims that nobody signed. */
  public static final CmwContentHandler<UnverifiedEat> UCCS =
      CmwContentHandler.ofName(
          "application/eat-ucs+cbor", value -> token(value, Encoding.CBOR, false));

  /** {@code application/eat-ucs+json}, content-format 268: claims that nobody signed. */
  public static final CmwContentHandler<UnverifiedEat> UJCS =
      CmwContentHandler.ofName(
          "application/eat-ucs+json", value -> token(value, Encoding.JSON, false));

  /** {@code application/eat-bun+cbor}, content-format 265. */
  public static final CmwContentHandler<UnverifiedDetachedEatBundle> BUNDLE_CBOR =
      CmwContentHandler.ofName("application/eat-bun+cbor", value -> bundle(value, Encoding.CBOR));

  /** {@code application/eat-bun+json}, content-format 266. */
  public static final CmwContentHandler<UnverifiedDetachedEatBundle> BUNDLE_JSON =
      CmwContentHandler.ofName("application/eat-bun+json", value -> bundle(value, Encoding.JSON));

  /** All handlers of this class. */
  public static final List<CmwContentHandler<?>> ALL =
      List.of(CWT, JWT, UCCS, UJCS, BUNDLE_CBOR, BUNDLE_JSON);

  private EatHandlers() {}

  /** The type is a hint of the sender: what is inside has to be it. */
  private static UnverifiedEat token(Bytes value, Encoding encoding, boolean signed)
      throws DecodingException {
    boolean untagged = !signed && encoding == Encoding.CBOR;
    UnverifiedEat token =
        untagged
            ? Eat.decode(value, EatEnvelope.UCCS, EatOptions.STRICT)
            : Eat.decode(value, EatOptions.STRICT);
    check(token.envelope().encoding() == encoding);
    check(token.envelope().isProtected() == signed);
    return token;
  }

  private static UnverifiedDetachedEatBundle bundle(Bytes value, Encoding encoding)
      throws DecodingException {
    UnverifiedDetachedEatBundle bundle = DetachedEatBundle.decode(value, EatOptions.STRICT);
    check(bundle.encoding() == encoding);
    return bundle;
  }

  private static void check(boolean asTheTypeSays) throws DecodingException {
    if (!asTheTypeSays) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          EatCodes.WRONG_TYPE,
          "",
          "the message is not what its media type says");
    }
  }
}
