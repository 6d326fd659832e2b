/**
 * Conceptual message wrappers in X.509: in certificates, revocation lists and certification
 * requests (RFC 9999, section 4.4), and the attestation bundle of a certification request
 * (draft-ietf-lamps-csr-attestation-28).
 *
 * <p>Start at {@link org.rats4j.cmw.x509.CmwExtension}:
 *
 * <pre>{@code
 * Optional<CmwExtension> extension = CmwExtension.find(certificate, CmwOptions.STRICT);
 * }</pre>
 *
 * <p>A certification authority vouches for what it signs only as far as its policy says. It should
 * not publish the evidence of others unless that policy covers it: evidence tells about a device
 * and its owner.
 *
 * <p>All types are immutable and safe for use by several threads. No parameter takes null and no
 * method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.cmw.x509;
