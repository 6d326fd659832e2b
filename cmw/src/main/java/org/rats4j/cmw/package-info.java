/**
 * Conceptual message wrappers (RFC 9999): an attestation message together with its media type or
 * content format, so that it can travel in any protocol.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.cmw;
