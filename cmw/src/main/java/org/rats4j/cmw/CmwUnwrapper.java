package org.rats4j.cmw;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.MediaType;

/**
 * Decodes wrappers that stand inside records and tags (RFC 9999, sections 3.2 and 9.6).
 *
 * <p>For the tags 1668547092 and 1668547093 the RFC says two things: its table of content-formats
 * has JSON and COSE, in this order, its list of tags the reverse. Here the first byte decides.
 */
public final class CmwUnwrapper {
  /** Under {@link CmwOptions#STRICT}. */
  public static final CmwUnwrapper STRICT = new CmwUnwrapper(CmwOptions.STRICT, false);

  private static final String JSON = "application/cmw+json";
  private static final String COSE = "application/cmw+cose";
  private static final String JWS = "application/cmw+jws";

  private static final Set<String> TYPES = Set.of("application/cmw+cbor", JSON, COSE, JWS);

  private static final int CMW_CBOR = 273;
  private static final int CMW_JSON = 274;
  private static final int CMW_COSE = 275;

  private final DecodeOptions options;
  private final boolean acceptsRedundant;

  private CmwUnwrapper(DecodeOptions options, boolean acceptsRedundant) {
    this.options = options;
    this.acceptsRedundant = acceptsRedundant;
  }

  /** Returns an unwrapper under {@code options}. */
  public static CmwUnwrapper of(DecodeOptions options) {
    return new CmwUnwrapper(Objects.requireNonNull(options, "options"), false);
  }

  /**
   * Returns this unwrapper, one that accepts a record or tag inside the tag of CBOR wrappers. That
   * is redundant (section 9.6.2), and refused otherwise.
   */
  public CmwUnwrapper acceptingRedundant() {
    return new CmwUnwrapper(options, true);
  }

  /** Returns whether {@code cmw} is a record or tag of one of the four types of wrappers. */
  public boolean isWrapped(Cmw cmw) {
    return type(cmw).isPresent();
  }

  /**
   * Returns the wrapper that {@code cmw} holds, which stands outside all collections.
   *
   * @return empty if it holds something else, or is a collection
   * @throws DecodingException if the type says that it holds a wrapper, and it does not
   */
  public Optional<CmwMessage> unwrap(Cmw cmw) throws DecodingException {
    return unwrap(cmw, 0);
  }

  /**
   * Returns the wrapper that {@code cmw} holds. Collections inside it are counted on.
   *
   * @param depth how many collections there are around {@code cmw}
   * @return empty if it holds something else, or is a collection
   * @throws DecodingException if the type says that it holds a wrapper, and it does not
   * @throws IllegalArgumentException if {@code depth} is negative
   */
  public Optional<CmwMessage> unwrap(Cmw cmw, int depth) throws DecodingException {
    return unwrap(cmw, depth, new Findings(options));
  }

  /**
   * Returns the wrapper that {@code cmw} holds, and remarks to {@code findings} each deviation that
   * the options accept, with its path inside that wrapper. Those of a signed one are remarked by
   * itself.
   *
   * @param depth how many collections there are around {@code cmw}
   * @return empty if it holds something else, or is a collection
   * @throws DecodingException if the type says that it holds a wrapper, and it does not
   * @throws IllegalArgumentException if {@code depth} is negative
   */
  public Optional<CmwMessage> unwrap(Cmw cmw, int depth, Findings findings)
      throws DecodingException {
    if (depth < 0) {
      throw new IllegalArgumentException("depth is negative");
    }
    Optional<MediaType> type = type(cmw);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    DecodeOptions inner =
        options.toBuilder()
            .depth(Math.max(1, options.depth() - depth))
            .jsonDepth(Math.max(1, options.jsonDepth() - depth))
            .build();
    Findings inside = new Findings(inner);
    CmwMessage message =
        cmw instanceof CmwTag tag
            ? ofTag(tag, type.get(), inside)
            : message(((CmwRecord) cmw).value(), type.get(), inside);
    inside.toList().forEach(findings::add);
    return Optional.of(message);
  }

  private static Optional<MediaType> type(Cmw cmw) {
    Optional<MediaType> type = Optional.empty();
    if (cmw instanceof CmwRecord recorded) {
      type = recorded.type().mediaType(ContentFormats.IANA);
    } else if (cmw instanceof CmwTag tag) {
      type = ContentFormats.IANA.mediaType(tag.contentFormat());
    }
    return type.filter(mediaType -> TYPES.contains(mediaType.name()));
  }

  private CmwMessage ofTag(CmwTag tag, MediaType type, Findings inside) throws DecodingException {
    Bytes value = tag.value();
    switch (tag.contentFormat().number()) {
      case CMW_CBOR:
        return ofCborTag(value, inside);
      case CMW_JSON, CMW_COSE:
        return message(value, byFirstByte(value), inside);
      default:
        return message(value, type, inside);
    }
  }

  /**
   * The arrays and maps of an envelope are no collections: the remaining depth is its payload's.
   */
  private CmwMessage message(Bytes value, MediaType type, Findings inside)
      throws DecodingException {
    DecodeOptions inner = inside.options();
    PayloadType payloadType = PayloadType.ofParameters(type);
    return switch (type.name()) {
      case COSE -> new CmwMessage.Signed(SignedCmw.decodeCose(value, options, inner, payloadType));
      case JWS -> new CmwMessage.Signed(SignedCmw.decodeJws(value, options, inner, payloadType));
      default -> CmwMessage.decode(value, type, inside);
    };
  }

  private CmwMessage ofCborTag(Bytes value, Findings inside) throws DecodingException {
    Cmw cmw = Cmw.decode(value, Encoding.CBOR, inside);
    if (!acceptsRedundant && !(cmw instanceof CmwCollection)) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          CmwCodes.TAG_CONTENT,
          "/",
          "a record or tag inside the tag of wrappers is redundant");
    }
    return new CmwMessage.Plain(cmw);
  }

  private static MediaType byFirstByte(Bytes value) throws DecodingException {
    CmwKind kind = Cmw.detect(value);
    boolean indefinite = !value.isEmpty() && value.at(0) == 0x9f;
    if (kind == CmwKind.COSE || indefinite) {
      return MediaType.of(COSE);
    }
    if (kind == CmwKind.JSON) {
      return MediaType.of(JSON);
    }
    throw DecodingException.of(
        Reason.UNEXPECTED_STRUCTURE,
        CmwCodes.TAG_CONTENT,
        "/",
        "content of the tag is neither JSON nor COSE_Sign1");
  }
}
