package org.rats4j.cmw.x509;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;

/** Reads and writes {@link AttestationBundle}. */
final class BundleCodec {
  private static final int OTHER_FORMAT = 3;
  private static final int OTHER_FORMAT_TAG = 0xa3;

  private final Findings findings;

  private BundleCodec(Findings findings) {
    this.findings = findings;
  }

  static AttestationBundle decode(Bytes der, Findings findings, String path)
      throws DecodingException {
    ASN1Primitive value = Der.decode(der, findings.options(), path);
    return new BundleCodec(findings).bundle(Der.sequence(value, 1, 2, path), path);
  }

  private AttestationBundle bundle(ASN1Sequence members, String path) throws DecodingException {
    List<AttestationStatement> attestations = new ArrayList<>();
    String attestationsPath = path + "/attestations";
    for (ASN1Encodable value : some(members.getObjectAt(0), attestationsPath)) {
      attestations.add(statement(value, attestationsPath + "/" + attestations.size()));
    }
    List<AttestationCertificate> certificates = new ArrayList<>();
    if (members.size() == 2) {
      String certsPath = path + "/certs";
      for (ASN1Encodable value : some(members.getObjectAt(1), certsPath)) {
        certificates.add(certificate(value, certsPath + "/" + certificates.size()));
      }
    }
    return new AttestationBundle(attestations, certificates);
  }

  private static ASN1Sequence some(ASN1Encodable value, String path) throws DecodingException {
    return Der.sequence(value, 1, Integer.MAX_VALUE, path);
  }

  private AttestationStatement statement(ASN1Encodable value, String path)
      throws DecodingException {
    ASN1Sequence members = Der.sequence(value, 2, 3, path);
    if (members.size() == 3) {
      findings.deviation(
          AttestationStatement.CSR_STATEMENT_HINT,
          Reason.UNEXPECTED_STRUCTURE,
          path,
          "statement with a third member");
    }
    return new AttestationStatement(
        Der.oid(members.getObjectAt(0), path + "/type"), Der.encode(members.getObjectAt(1)));
  }

  private static AttestationCertificate certificate(ASN1Encodable value, String path)
      throws DecodingException {
    if (value.toASN1Primitive() instanceof ASN1Sequence certificate) {
      return new AttestationCertificate.OfX509(Der.encode(certificate));
    }
    ASN1Sequence other = Der.sequence(Der.implicit(value, OTHER_FORMAT_TAG, path), 2, 2, path);
    return new AttestationCertificate.Unknown(
        Der.oid(other.getObjectAt(0), path), Der.encode(other.getObjectAt(1)));
  }

  static Bytes encode(AttestationBundle bundle) {
    ASN1EncodableVector attestations = new ASN1EncodableVector();
    for (AttestationStatement statement : bundle.attestations()) {
      attestations.add(typed(statement.type(), statement.der()));
    }
    ASN1EncodableVector members = new ASN1EncodableVector();
    members.add(new DERSequence(attestations));
    if (!bundle.certificates().isEmpty()) {
      ASN1EncodableVector certificates = new ASN1EncodableVector();
      bundle.certificates().forEach(certificate -> certificates.add(value(certificate)));
      members.add(new DERSequence(certificates));
    }
    return Der.encode(new DERSequence(members));
  }

  private static ASN1Primitive value(AttestationCertificate certificate) {
    if (certificate instanceof AttestationCertificate.OfX509 x509) {
      return Der.require(x509.der());
    }
    AttestationCertificate.Unknown other = (AttestationCertificate.Unknown) certificate;
    return new DERTaggedObject(false, OTHER_FORMAT, typed(other.format(), other.der()));
  }

  private static DERSequence typed(Oid type, Bytes der) {
    ASN1EncodableVector members = new ASN1EncodableVector();
    members.add(new ASN1ObjectIdentifier(type.toString()));
    members.add(Der.require(der));
    return new DERSequence(members);
  }
}
