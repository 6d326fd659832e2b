/**
 * Entity attestation tokens (RFC 9711): claims about a device or workload, signed by it as CWT or
 * JWT.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.eat;
