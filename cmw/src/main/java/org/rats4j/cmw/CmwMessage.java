package org.rats4j.cmw;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.MediaType;

/**
 * What one of the four media types of wrappers stands for: a wrapper, or a signed one (RFC 9999,
 * section 9.5).
 *
 * <table>
 *   <caption>Media types and content-formats</caption>
 *   <tr><td>{@code application/cmw+cbor}</td><td>273</td><td>{@link Plain}</td></tr>
 *   <tr><td>{@code application/cmw+json}</td><td>274</td><td>{@link Plain}</td></tr>
 *   <tr><td>{@code application/cmw+cose}</td><td>275</td><td>{@link Signed}</td></tr>
 *   <tr><td>{@code application/cmw+jws}</td><td>276</td><td>{@link Signed}</td></tr>
 * </table>
 */
public sealed interface CmwMessage {

  /**
   * A wrapper that is not signed.
   *
   * @param cmw the wrapper
   */
  record Plain(Cmw cmw) implements CmwMessage {
    /** Creates a message. */
    public Plain {
      Objects.requireNonNull(cmw, "cmw");
    }
  }

  /**
   * A signed wrapper, not verified.
   *
   * @param message the message
   */
  record Signed(UnverifiedSignedCmw message) implements CmwMessage {
    /** Creates a message. */
    public Signed {
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * Decodes exactly one message of the type that the protocol names. If that has a collection type
   * as parameter {@code cmwc_t}, the wrapper has to be a collection of this type; that of a signed
   * one is compared when it is verified. Other parameters do not count.
   *
   * @throws DecodingException if {@code bytes} are anything else; with the code {@link
   *     CmwCodes#NOT_A_CMW} if {@code type} is none of the four, with {@link
   *     CmwCodes#COLLECTION_TYPE} if the collection is not of the named type
   */
  static CmwMessage decode(Bytes bytes, MediaType type, DecodeOptions options)
      throws DecodingException {
    return decode(bytes, type, new Findings(options));
  }

  /**
   * Decodes exactly one message of the type that the protocol names, under the options of {@code
   * findings}, and remarks to them each deviation that these accept.
   *
   * @throws DecodingException as {@link #decode(Bytes, MediaType, DecodeOptions)}
   */
  static CmwMessage decode(Bytes bytes, MediaType type, Findings findings)
      throws DecodingException {
    DecodeOptions options = findings.options();
    PayloadType payloadType = PayloadType.ofParameters(type);
    switch (type.name()) {
      case "application/cmw+cbor":
        return plain(Cmw.decode(bytes, Encoding.CBOR, findings), payloadType);
      case "application/cmw+json":
        return plain(Cmw.decode(bytes, Encoding.JSON, findings), payloadType);
      case "application/cmw+cose":
        return new Signed(SignedCmw.decodeCose(bytes, options, payloadType));
      case "application/cmw+jws":
        return new Signed(SignedCmw.decodeJws(bytes, options, payloadType));
      default:
        throw notCmw();
    }
  }

  /**
   * Decodes exactly one message of the type that the protocol names.
   *
   * @throws DecodingException if {@code bytes} are anything else; with the code {@link
   *     CmwCodes#NOT_A_CMW} if {@code type} is none of the four
   */
  static CmwMessage decode(Bytes bytes, ContentFormat type, DecodeOptions options)
      throws DecodingException {
    return decode(bytes, type, new Findings(options));
  }

  /**
   * Decodes exactly one message of the type that the protocol names, under the options of {@code
   * findings}, and remarks to them each deviation that these accept.
   *
   * @throws DecodingException as {@link #decode(Bytes, ContentFormat, DecodeOptions)}
   */
  static CmwMessage decode(Bytes bytes, ContentFormat type, Findings findings)
      throws DecodingException {
    MediaType mediaType = ContentFormats.IANA.mediaType(type).orElseThrow(CmwMessage::notCmw);
    return decode(bytes, mediaType, findings);
  }

  private static Plain plain(Cmw cmw, PayloadType type) throws DecodingException {
    if (!type.fits(cmw)) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          CmwCodes.COLLECTION_TYPE,
          "/",
          "no collection of the type that the media type names");
    }
    return new Plain(cmw);
  }

  private static DecodingException notCmw() {
    return DecodingException.of(
        Reason.UNEXPECTED_STRUCTURE, CmwCodes.NOT_A_CMW, "/", "type is not that of a wrapper");
  }
}
