/**
 * Attestation results for relying parties: EAR (draft-ietf-rats-ear-04, and the three levels before
 * it that are in the field) with the trustworthiness vectors of AR4SI (draft-ietf-rats-ar4si-10).
 *
 * <p>A relying party starts at {@link org.rats4j.ear.Ear#decode(byte[], EarOptions)}, verifies with
 * {@link org.rats4j.ear.EarExpectations} and decides with {@link
 * org.rats4j.ear.RelyingPartyPolicy}. A verifier starts at {@link org.rats4j.ear.Ear#builder()}.
 * {@link org.rats4j.ear.EarConverter} moves claims between dialects and encodings.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.ear;
