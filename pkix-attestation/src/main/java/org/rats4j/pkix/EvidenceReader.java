package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.core.der.DerValue;

/** Reads what is around the elements of evidence. */
final class EvidenceReader {
  static final String ROOT = "evidence";
  static final String SIGNATURES = "signatures";
  private static final String CERTIFICATES = "intermediateCertificates";

  private final EvidenceOptions options;
  private final Findings findings;

  EvidenceReader(EvidenceOptions options) {
    this.options = options;
    findings = new Findings(options.decodeOptions());
  }

  UnverifiedEvidence read(Bytes der) throws DecodingException {
    return read(decodeSequence(der, options), false);
  }

  /** Looks at the tag first: what is no SEQUENCE is another thing, whatever is wrong inside. */
  static DerValue decodeSequence(Bytes der, EvidenceOptions options) throws DecodingException {
    if (!der.isEmpty() && der.at(0) != DerValue.SEQUENCE) {
      throw Faults.structure(ROOT, "no SEQUENCE");
    }
    return DerValue.decode(der, options.decodeOptions(), ROOT);
  }

  UnverifiedEvidence read(DerValue value, boolean request) throws DecodingException {
    List<DerValue> members = Faults.closed(value, 2, 3, ROOT);
    TbsEvidence tbs = new TbsReader(options, findings, request).read(members.get(0));
    List<SignatureBlock> blocks = new ArrayList<>();
    List<DerValue> values = Faults.sequence(members.get(1), SIGNATURES);
    Faults.limit(values.size(), options.signatures(), SIGNATURES, SIGNATURES);
    for (DerValue block : values) {
      blocks.add(block(block, SIGNATURES + "/" + blocks.size()));
    }
    List<Bytes> certificates = new ArrayList<>();
    IntermediateTagging tagging = IntermediateTagging.EXPLICIT;
    if (members.size() == 3) {
      tagging = certificates(members.get(2), certificates);
    }
    return new UnverifiedEvidence(
        value.encoded(), tbs, blocks, certificates, tagging, findings.toList());
  }

  private static SignatureBlock block(DerValue value, String path) throws DecodingException {
    List<DerValue> members = Faults.closed(value, 3, 3, path);
    if (!members.get(2).is(DerValue.OCTET_STRING)) {
      throw Faults.structure(path + "/signatureValue", "no OCTET STRING");
    }
    return new SignatureBlock(
        SignerIdentifier.read(members.get(0), path + "/sid"),
        AlgorithmIdentifier.read(members.get(1), path + "/signatureAlgorithm"),
        members.get(2).octets());
  }

  /**
   * Both taggings are in use. They differ where there is one value inside the tag: it is a
   * certificate, or the list.
   */
  private IntermediateTagging certificates(DerValue value, List<Bytes> certificates)
      throws DecodingException {
    if (!value.isContext(0)) {
      throw Faults.structure(CERTIFICATES, "not under the tag [0]");
    }
    List<DerValue> members = value.members();
    boolean implicit = members.size() != 1 || CertificateInfo.looksLike(members.get(0));
    if (implicit) {
      findings.add(
          PkixCodes.INTERMEDIATES_IMPLICIT, Severity.INFO, CERTIFICATES, "tag is IMPLICIT");
    } else {
      members = Faults.sequence(members.get(0), CERTIFICATES);
    }
    Faults.limit(members.size(), options.certificates(), CERTIFICATES, "certificates");
    for (DerValue certificate : members) {
      certificates.add(certificate.encoded());
      String path = CERTIFICATES + "/" + (certificates.size() - 1);
      try {
        CertificateInfo.read(certificate, path);
      } catch (DecodingException e) {
        findings.add(PkixCodes.INTERMEDIATE_UNREADABLE, Severity.WARNING, path, e.detail());
      }
    }
    return implicit ? IntermediateTagging.IMPLICIT : IntermediateTagging.EXPLICIT;
  }
}
