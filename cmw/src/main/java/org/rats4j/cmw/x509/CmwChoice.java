package org.rats4j.cmw.x509;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCodes;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwKind;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;

/**
 * A wrapper as ASN.1 has it (RFC 9999, section 4.4).
 *
 * <pre>{@code CMW ::= CHOICE { json UTF8String, cbor OCTET STRING }}</pre>
 *
 * @param cmw the wrapper
 * @param encoding the arm of the choice
 */
record CmwChoice(Cmw cmw, Encoding encoding) {

  /**
   * Reads {@code value}, which {@link Der#decode} made.
   *
   * @param path that of the choice; empty if it is the whole
   */
  static CmwChoice read(ASN1Encodable value, Findings findings, String path)
      throws DecodingException {
    ASN1Primitive primitive = value.toASN1Primitive();
    if (primitive instanceof ASN1UTF8String) {
      return read(content(Der.encode(primitive)), Encoding.JSON, findings, path);
    }
    if (primitive instanceof ASN1OctetString octets) {
      return read(Bytes.copyOf(octets.getOctets()), Encoding.CBOR, findings, path);
    }
    throw arm(path, "neither UTF8String nor OCTET STRING");
  }

  /** The characters as they stand: those that are not UTF-8 must not be replaced. */
  private static Bytes content(Bytes der) {
    int first = der.at(1);
    int head = first < 0x80 ? 2 : 2 + (first & 0x7f);
    return der.slice(head, der.size() - head);
  }

  private static CmwChoice read(Bytes content, Encoding encoding, Findings findings, String path)
      throws DecodingException {
    CmwKind kind = Cmw.detect(content);
    if (kind == (encoding == Encoding.JSON ? CmwKind.CBOR : CmwKind.JSON)) {
      throw arm(path, kind + " in the arm of " + encoding);
    }
    return new CmwChoice(Nested.decode(content, encoding, findings, path), encoding);
  }

  /**
   * Returns {@code cmw} as ASN.1.
   *
   * @throws DecodingException with the code {@link CmwCodes#CONVERSION} if it has no such form
   */
  static ASN1Primitive of(Cmw cmw, CmwForm form) throws DecodingException {
    byte[] content = cmw.encode(form).toByteArray();
    return form == CmwForm.JSON
        ? new DERUTF8String(new String(content, StandardCharsets.UTF_8))
        : new DEROctetString(content);
  }

  private static DecodingException arm(String path, String detail) {
    return DecodingException.of(
        Reason.UNEXPECTED_STRUCTURE, CmwCodes.CHOICE_ARM, path.isEmpty() ? "/" : path, detail);
  }
}
