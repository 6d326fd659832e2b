package org.rats4j.expat;

/** What a peer sends as attestation (RFC 9334, section 5). */
public enum AttestationModel {
  /** Evidence; the relying party has it appraised. */
  BACKGROUND_CHECK,
  /** An attestation result, which the attester got from a verifier. */
  PASSPORT,
}
