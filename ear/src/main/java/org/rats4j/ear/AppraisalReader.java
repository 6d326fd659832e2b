package org.rats4j.ear;

import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Label;

/** Reads one appraisal. */
final class AppraisalReader {
  private final ClaimValueReader values;
  private final Source in;
  private final EarDialect dialect;

  AppraisalReader(ClaimValueReader values) {
    this.values = values;
    this.in = values.in();
    this.dialect = values.dialect();
  }

  Appraisal read() throws DecodingException {
    Appraisal.Builder into = Appraisal.builder();
    ClaimMap.Builder extensions = ClaimMap.builder();
    MapKeys keys = MapKeys.inAppraisal(in, dialect);
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readKey();
      EarClaim claim = keys.claim(label);
      if (claim == null) {
        keys.keepUnknown(label, extensions);
      } else {
        read(claim, into);
      }
    }
    in.endMap();
    keys.require(EarClaim.STATUS);
    Appraisal appraisal = into.extensions(extensions.build()).received();
    if (!appraisal.isConsistent()) {
      in.findings()
          .add(
              EarCodes.EAR_STATUS_INCONSISTENT,
              Severity.WARNING,
              in.path(EarClaim.STATUS.label(in.encoding(), dialect)),
              "the status is better than the vector");
    }
    return appraisal;
  }

  private void read(EarClaim claim, Appraisal.Builder into) throws DecodingException {
    switch (claim) {
      case PROFILE -> into.profile(in.readProfile());
      case STATUS -> into.status(in.readStatus());
      case VECTOR -> {
        TrustVector vector = values.readVector();
        if (vector != null) {
          into.vector(vector);
        }
      }
      case POLICY_IDS -> into.policyIds(values.readPolicyIds());
      case NONCE -> into.evidenceNonce(in.readNonces());
      case ATTESTER_CLAIMS -> into.attesterClaims(values.readClaims(false));
      case VERIFIER_CLAIMS -> into.verifierClaims(values.readClaims(false));
      case TEEP_CLAIMS -> into.teepClaims(values.readTeepClaims());
      case ANNOTATED_EVIDENCE -> into.annotatedEvidence(values.readClaims(true));
      case POLICY_CLAIMS -> into.policyClaims(values.readClaims(true));
      case KEY_ATTESTATION -> into.keyAttestation(values.readKeyAttestation());
      default -> throw new IllegalStateException(claim + " is not in an appraisal");
    }
  }
}
