package org.rats4j.cmw.x509;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/** Reads and writes {@link AttestationBundle}. */
final class BundleCodec {
  private static final int OTHER_FORMAT = 3;

  private final Findings findings;

  private BundleCodec(Findings findings) {
    this.findings = findings;
  }

  static AttestationBundle decode(Bytes der, Findings findings, String path)
      throws DecodingException {
    DerValue value = DerReads.decode(der, findings.options(), path);
    return new BundleCodec(findings).bundle(DerReads.sequence(value, 1, 2, path), path);
  }

  private AttestationBundle bundle(List<DerValue> members, String path) throws DecodingException {
    List<AttestationStatement> attestations = new ArrayList<>();
    String attestationsPath = path + "/attestations";
    for (DerValue value : some(members.get(0), attestationsPath)) {
      attestations.add(statement(value, attestationsPath + "/" + attestations.size()));
    }
    List<AttestationCertificate> certificates = new ArrayList<>();
    if (members.size() == 2) {
      String certsPath = path + "/certs";
      for (DerValue value : some(members.get(1), certsPath)) {
        certificates.add(certificate(value, certsPath + "/" + certificates.size()));
      }
    }
    return new AttestationBundle(attestations, certificates);
  }

  private static List<DerValue> some(DerValue value, String path) throws DecodingException {
    return DerReads.sequence(value, 1, Integer.MAX_VALUE, path);
  }

  private AttestationStatement statement(DerValue value, String path) throws DecodingException {
    List<DerValue> members = DerReads.sequence(value, 2, 3, path);
    if (members.size() == 3) {
      findings.deviation(
          AttestationStatement.CSR_STATEMENT_HINT,
          Reason.UNEXPECTED_STRUCTURE,
          path,
          "statement with a third member");
    }
    return new AttestationStatement(
        DerReads.oid(members.get(0), path + "/type"), members.get(1).encoded());
  }

  private static AttestationCertificate certificate(DerValue value, String path)
      throws DecodingException {
    if (value.is(DerValue.SEQUENCE)) {
      return new AttestationCertificate.OfX509(value.encoded());
    }
    List<DerValue> other = value.members();
    if (!value.isContext(OTHER_FORMAT) || other.size() != 2) {
      throw DerReads.unexpected(path, "neither certificate nor other format");
    }
    return new AttestationCertificate.Unknown(
        DerReads.oid(other.get(0), path), other.get(1).encoded());
  }

  static Bytes encode(AttestationBundle bundle) {
    List<Bytes> members = new ArrayList<>();
    members.add(
        Der.sequence(
            bundle.attestations().stream()
                .map(statement -> typed(statement.type(), statement.der()))
                .toList()));
    if (!bundle.certificates().isEmpty()) {
      members.add(Der.sequence(bundle.certificates().stream().map(BundleCodec::encode).toList()));
    }
    return Der.sequence(members);
  }

  private static Bytes encode(AttestationCertificate certificate) {
    if (certificate instanceof AttestationCertificate.OfX509 x509) {
      return x509.der();
    }
    AttestationCertificate.Unknown other = (AttestationCertificate.Unknown) certificate;
    return Der.context(OTHER_FORMAT, List.of(Der.oid(other.format()), other.der()));
  }

  private static Bytes typed(Oid type, Bytes der) {
    return Der.sequence(Der.oid(type), der);
  }
}
