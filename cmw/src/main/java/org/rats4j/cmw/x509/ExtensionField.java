package org.rats4j.cmw.x509;

import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;

/**
 * An extension of any kind (RFC 5280, section 4.1).
 *
 * <pre>{@code
 * Extension ::= SEQUENCE { extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE,
 *                          extnValue OCTET STRING }
 * }</pre>
 */
record ExtensionField(Oid oid, boolean critical, Bytes value) {

  static ExtensionField read(ASN1Encodable der, String path) throws DecodingException {
    ASN1Sequence members = Der.sequence(der, 2, 3, path);
    boolean critical = members.size() == 3;
    if (critical && !ASN1Boolean.TRUE.equals(members.getObjectAt(1))) {
      throw Der.unexpected(path, "critical is not TRUE, though it is there");
    }
    return new ExtensionField(
        Der.oid(members.getObjectAt(0), path),
        critical,
        Der.octets(members.getObjectAt(members.size() - 1), path));
  }

  /** Returns this extension in DER. */
  Bytes encode() {
    ASN1EncodableVector members = new ASN1EncodableVector();
    members.add(new ASN1ObjectIdentifier(oid.toString()));
    if (critical) {
      members.add(ASN1Boolean.TRUE);
    }
    members.add(new DEROctetString(value.toByteArray()));
    return Der.encode(new DERSequence(members));
  }
}
