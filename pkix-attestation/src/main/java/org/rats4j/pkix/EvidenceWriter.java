package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.der.Der;

/** Writes evidence in DER. */
final class EvidenceWriter {
  private EvidenceWriter() {}

  static Bytes tbs(List<Bytes> elements) {
    return Der.sequence(Der.integer(1), Der.sequence(elements));
  }

  static Bytes block(SignatureBlock block) {
    return Der.sequence(
        block.sid().encode(),
        block.signatureAlgorithm().encoded(),
        Der.octets(block.signatureValue()));
  }

  static Bytes evidence(
      Bytes tbs, Bytes signatures, List<Bytes> certificates, IntermediateTagging tagging) {
    List<Bytes> members = new ArrayList<>(List.of(tbs, signatures));
    if (!certificates.isEmpty()) {
      members.add(
          Der.context(
              0,
              tagging == IntermediateTagging.IMPLICIT
                  ? certificates
                  : List.of(Der.sequence(certificates))));
    }
    return Der.sequence(members);
  }
}
