package org.rats4j.cmw;

import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/**
 * The claim that carries a wrapper in a JWT or CWT (RFC 9999, section 4.3): in JSON an array or
 * object, in CBOR an array, map or tag, never a wrapper that is encoded once more.
 */
public final class CmwClaims {
  /** The name of the claim in a JWT. */
  public static final String JWT = "cmw";

  /** The label of the claim in a CWT. */
  public static final long CWT = 299;

  /**
   * The codec of the claim's value. CBOR is written as {@link CmwForm#CBOR}; what JSON cannot
   * express is an {@code IllegalArgumentException}.
   */
  public static final ValueCodec<Cmw> CODEC = new Codec();

  private CmwClaims() {}

  private static final class Codec implements ValueCodec<Cmw> {
    @Override
    public Cmw readCbor(CborReader in) throws DecodingException {
      return CborCmw.read(in, CmwOptions.maxDepth(CmwOptions.STRICT, Encoding.CBOR));
    }

    @Override
    public void writeCbor(Cmw value, CborWriter out) {
      try {
        new CborCmwWriter(CmwForm.CBOR, CmwConversion.LOSSLESS).write(value, "", out);
      } catch (DecodingException e) {
        throw new IllegalArgumentException(e.detail(), e);
      }
    }

    @Override
    public Cmw readJson(JsonReader in) throws DecodingException {
      return JsonCmw.read(in, CmwOptions.maxDepth(CmwOptions.STRICT, Encoding.JSON));
    }

    @Override
    public void writeJson(Cmw value, JsonWriter out) {
      try {
        new JsonCmwWriter(ContentFormats.IANA).write(value, "", out);
      } catch (DecodingException e) {
        throw new IllegalArgumentException(e.detail(), e);
      }
    }
  }
}
