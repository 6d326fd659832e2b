/**
 * Attestation results for relying parties: EAR (draft-ietf-rats-ear-04) with the trustworthiness
 * vectors of AR4SI (draft-ietf-rats-ar4si-10).
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.ear;
