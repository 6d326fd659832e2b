/**
 * Evidence of hardware security modules about their keys (draft-ietf-rats-pkix-key-attestation-07).
 *
 * <p>A certification authority, or whoever relies on a key, starts at {@link
 * org.rats4j.pkix.UnverifiedEvidence}:
 *
 * <pre>{@code
 * Evidence evidence =
 *     Evidence.decode(bytes, EvidenceOptions.STRICT)
 *         .verify(
 *             EvidenceExpectations.builder()
 *                 .trustAnchors(vendorRoots)
 *                 .nonce(nonce)
 *                 .policy(EvidencePolicies.nonExportable())
 *                 .clock(clock)
 *                 .build());
 * }</pre>
 *
 * <p>Whoever writes starts at {@link org.rats4j.pkix.EvidenceBuilder}. The numbers of the draft are
 * placeholders until it is an RFC; all of them are in one {@link org.rats4j.pkix.EvidenceOids}.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.pkix;
