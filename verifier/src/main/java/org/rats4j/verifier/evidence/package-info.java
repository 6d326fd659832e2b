/**
 * From messages of evidence to what they claim in the words of CoRIM: the EAT profiles PSA (RFC
 * 9783) and Arm CCA, measured components (RFC 10013), key attestation by HSMs.
 *
 * <p>Start at {@link org.rats4j.verifier.evidence.EvidenceHandler}; for a profile of tokens of your
 * own at {@link org.rats4j.verifier.evidence.ClaimsMapping}. Where keys come from says {@link
 * org.rats4j.verifier.evidence.EvidenceKeys}.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.verifier.evidence;
