package org.rats4j.cmw.x509;

import java.security.cert.X509Extension;
import java.util.List;
import java.util.Optional;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCodes;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;
import org.rats4j.core.der.DerValue;

/**
 * Reads the conceptual message wrapper of DICE certificates, the predecessor of {@link
 * CmwExtension}. It is never written.
 *
 * <pre>{@code
 * tcg-dice-conceptual-message-wrapper OBJECT IDENTIFIER ::= { 2 23 133 5 4 9 }
 * ConceptualMessageWrapper ::= SEQUENCE { cmw OCTET STRING }
 * }</pre>
 */
public final class DiceCmw {
  /** The object identifier of the extension. */
  public static final Oid OID = Oid.of("2.23.133.5.4.9");

  private DiceCmw() {}

  /**
   * Finds the extension in a certificate or revocation list and returns its record or tag.
   *
   * @return empty if there is none
   * @throws DecodingException if its value is anything else
   */
  public static Optional<Cmw> find(X509Extension holder, DecodeOptions options)
      throws DecodingException {
    return find(holder, new Findings(options));
  }

  /**
   * Finds the extension in a certificate or revocation list, under the options of {@code findings},
   * and remarks to them each deviation that these accept.
   *
   * @throws DecodingException as {@link #find(X509Extension, DecodeOptions)}
   */
  public static Optional<Cmw> find(X509Extension holder, Findings findings)
      throws DecodingException {
    Optional<Bytes> value = DerReads.extensionValue(holder, OID, findings.options());
    return value.isEmpty() ? Optional.empty() : Optional.of(decode(value.get(), findings));
  }

  /**
   * Decodes the value of an extension, which is what {@code extnValue} holds.
   *
   * @throws DecodingException if {@code value} is anything else than a record or tag in CBOR
   */
  public static Cmw decode(Bytes value, DecodeOptions options) throws DecodingException {
    return decode(value, new Findings(options));
  }

  /**
   * Decodes the value of an extension under the options of {@code findings}, and remarks to them
   * each deviation that these accept.
   *
   * @throws DecodingException as {@link #decode(Bytes, DecodeOptions)}
   */
  public static Cmw decode(Bytes value, Findings findings) throws DecodingException {
    List<DerValue> members =
        DerReads.sequence(DerReads.decode(value, findings.options(), "/"), 1, 1, "/");
    Bytes cbor = DerReads.octets(members.get(0), "/");
    Cmw cmw = Cmw.decode(cbor, Encoding.CBOR, findings);
    if (cmw instanceof CmwCollection) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE, CmwCodes.NOT_A_CMW, "/", "DICE has no collections");
    }
    return cmw;
  }
}
