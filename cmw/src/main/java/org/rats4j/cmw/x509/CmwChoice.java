package org.rats4j.cmw.x509;

import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCodes;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwKind;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/**
 * A wrapper as ASN.1 has it (RFC 9999, section 4.4).
 *
 * <pre>{@code CMW ::= CHOICE { json UTF8String, cbor OCTET STRING }}</pre>
 *
 * @param cmw the wrapper
 * @param encoding the arm of the choice
 */
record CmwChoice(Cmw cmw, Encoding encoding) {

  /** Decodes exactly one choice in DER. */
  static CmwChoice decode(Bytes der, Findings findings) throws DecodingException {
    return read(value(der, findings), findings);
  }

  private static DerValue value(Bytes der, Findings findings) throws DecodingException {
    try {
      return DerReads.decode(der, findings.options(), "/");
    } catch (DecodingException e) {
      if (e.reason() == Reason.INVALID_UTF8
          && der.at(0) == DerValue.UTF8_STRING
          && Cmw.detect(content(der)) == CmwKind.CBOR) {
        throw arm(CmwKind.CBOR + " in the arm of " + Encoding.JSON);
      }
      throw e;
    }
  }

  /** Returns what is behind tag and length of a text, whose tag is one octet. */
  private static Bytes content(Bytes der) {
    int first = der.at(1);
    int head = first < 0x80 ? 2 : 2 + (first & 0x7f);
    return der.slice(head, der.size() - head);
  }

  private static CmwChoice read(DerValue value, Findings findings) throws DecodingException {
    if (value.is(DerValue.UTF8_STRING)) {
      return read(value.content(), Encoding.JSON, findings);
    }
    if (value.is(DerValue.OCTET_STRING)) {
      return read(value.content(), Encoding.CBOR, findings);
    }
    throw arm("neither UTF8String nor OCTET STRING");
  }

  private static CmwChoice read(Bytes content, Encoding encoding, Findings findings)
      throws DecodingException {
    CmwKind kind = Cmw.detect(content);
    if (kind == (encoding == Encoding.JSON ? CmwKind.CBOR : CmwKind.JSON)) {
      throw arm(kind + " in the arm of " + encoding);
    }
    return new CmwChoice(Cmw.decode(content, encoding, findings), encoding);
  }

  /**
   * Returns {@code cmw} in DER.
   *
   * @throws DecodingException with the code {@link CmwCodes#CONVERSION} if it has no such form
   */
  static Bytes encode(Cmw cmw, CmwForm form) throws DecodingException {
    Bytes content = cmw.encode(form);
    return form == CmwForm.JSON ? Der.utf8(content.toUtf8()) : Der.octets(content);
  }

  private static DecodingException arm(String detail) {
    return DecodingException.of(Reason.UNEXPECTED_STRUCTURE, CmwCodes.CHOICE_ARM, "/", detail);
  }
}
