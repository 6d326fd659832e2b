/**
 * What attested TLS asks of a TLS stack: connections, their settings, and keying material of a
 * handshake (RFC 8446, section 7.5). It is all that a further stack has to know.
 *
 * <p>Start with {@link org.rats4j.expat.tls.TlsStack}, which the packages named after a stack give,
 * or with {@link org.rats4j.expat.tls.TlsExporter} for a connection of your own.
 *
 * <p>All types are immutable and safe for use by several threads, except connections and engines.
 * No parameter takes null and no method returns it.
 */
package org.rats4j.expat.tls;
