package org.rats4j.cmw.x509;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/**
 * An extension of any kind (RFC 5280, section 4.1).
 *
 * <pre>{@code
 * Extension ::= SEQUENCE { extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE,
 *                          extnValue OCTET STRING }
 * }</pre>
 */
record ExtensionField(Oid oid, boolean critical, Bytes value) {
  private static final Bytes TRUE = Der.bool(true);

  static ExtensionField read(DerValue der, String path) throws DecodingException {
    List<DerValue> members = DerReads.sequence(der, 2, 3, path);
    boolean critical = members.size() == 3;
    if (critical && !TRUE.equals(members.get(1).encoded())) {
      throw DerReads.unexpected(path, "critical is not TRUE, though it is there");
    }
    return new ExtensionField(
        DerReads.oid(members.get(0), path),
        critical,
        DerReads.octets(members.get(members.size() - 1), path));
  }

  /** Returns this extension in DER. */
  Bytes encode() {
    return critical
        ? Der.sequence(Der.oid(oid), TRUE, Der.octets(value))
        : Der.sequence(Der.oid(oid), Der.octets(value));
  }
}
