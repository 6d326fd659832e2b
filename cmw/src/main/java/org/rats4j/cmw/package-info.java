/**
 * Conceptual message wrappers (RFC 9999): an attestation message together with its media type or
 * content-format, so that it can travel in any protocol.
 *
 * <p>Start at {@link org.rats4j.cmw.Cmw#decode(byte[], org.rats4j.core.Encoding)} to read, and at
 * {@link org.rats4j.cmw.CmwRecord#of(org.rats4j.core.MediaType, org.rats4j.core.Bytes)} to write:
 *
 * <pre>{@code
 * CmwRecord evidence =
 *     CmwRecord.of(MediaType.of("application/eat+cwt"), token).withIndicator(CmwIndicator.EVIDENCE);
 * Bytes wire = evidence.encode(CmwForm.CBOR);
 * }</pre>
 *
 * <p>The wrapper alone gives neither authenticity nor integrity nor secrecy. A protocol that hosts
 * it has to say which types it takes and how they are protected.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.cmw;
