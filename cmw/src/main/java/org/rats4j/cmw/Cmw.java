package org.rats4j.cmw;

import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;

/**
 * A conceptual message wrapper (RFC 9999): an attestation message and its type, or a collection of
 * such.
 *
 * <pre>{@code
 * cmw = json-cmw / cbor-cmw
 * json-cmw = json-record / json-collection
 * cbor-cmw = cbor-record / cbor-collection / $cbor-tag
 * }</pre>
 *
 * <p>A wrapper says nothing about who made the message, nor whether somebody changed it on the way.
 *
 * <p>In which form a wrapper goes out is chosen by {@link #encode}, and does not depend on how it
 * came in. Two wrappers are equal if their types, values and indicators are, so a {@link CmwTag}
 * may equal a {@link CmwRecord}.
 */
public sealed interface Cmw permits CmwRecord, CmwTag, CmwCollection {

  /**
   * Decodes exactly one wrapper under {@link CmwOptions#STRICT}.
   *
   * @throws DecodingException if {@code bytes} are anything else
   */
  static Cmw decode(byte[] bytes, Encoding encoding) throws DecodingException {
    return decode(Bytes.copyOf(bytes), encoding, CmwOptions.STRICT);
  }

  /**
   * Decodes exactly one wrapper.
   *
   * @param options usually {@link CmwOptions#STRICT} or {@link CmwOptions#LENIENT}
   * @throws DecodingException if {@code bytes} are anything else
   */
  static Cmw decode(Bytes bytes, Encoding encoding, DecodeOptions options)
      throws DecodingException {
    return encoding == Encoding.CBOR
        ? CborCmw.decode(bytes, options)
        : JsonCmw.decode(bytes, new Findings(options));
  }

  /**
   * Decodes exactly one wrapper under the options of {@code findings}, and remarks to them each
   * deviation that these accept.
   *
   * @throws DecodingException if {@code bytes} are anything else, with a code of {@link CmwCodes}
   *     and a path such as {@code /attester A/1}, which is the value of the record with that label
   */
  static Cmw decode(Bytes bytes, Encoding encoding, Findings findings) throws DecodingException {
    return encoding == Encoding.CBOR
        ? CborCmw.decode(bytes, findings)
        : JsonCmw.decode(bytes, findings);
  }

  /**
   * Returns what {@code bytes} seem to be by their first bytes, for protocols that do not say it
   * (RFC 9999, section 3.4). Nothing is decoded, and nothing is said about trust.
   */
  static CmwKind detect(Bytes bytes) {
    return CmwKind.of(bytes);
  }

  /**
   * Encodes this wrapper, by {@link CmwConversion#LOSSLESS}.
   *
   * @throws DecodingException with the code {@link CmwCodes#CONVERSION} if it has no such form
   */
  default Bytes encode(CmwForm form) throws DecodingException {
    return encode(form, CmwConversion.LOSSLESS);
  }

  /**
   * Encodes this wrapper, by {@link CmwConversion#LOSSLESS} with other content-formats.
   *
   * @throws DecodingException with the code {@link CmwCodes#CONVERSION} if it has no such form
   */
  default Bytes encode(CmwForm form, ContentFormats formats) throws DecodingException {
    return encode(form, CmwConversion.LOSSLESS.formats(formats));
  }

  /**
   * Encodes this wrapper: in deterministic CBOR, or in JSON without white space.
   *
   * @throws DecodingException with the code {@link CmwCodes#CONVERSION}, and the path of what would
   *     get lost, if it has no such form: a content-format without known media type, an integer
   *     label or an empty value in JSON; a media type without known content-format in the tag form,
   *     or an indicator there, unless it may be dropped
   */
  default Bytes encode(CmwForm form, CmwConversion conversion) throws DecodingException {
    return form == CmwForm.JSON
        ? new JsonCmwWriter(conversion.formats()).encode(this)
        : new CborCmwWriter(form, conversion).encode(this);
  }
}
