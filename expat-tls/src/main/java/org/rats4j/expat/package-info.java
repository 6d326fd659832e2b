/**
 * Exported authenticators (RFC 9261) that carry attestation in the extension {@code
 * cmw_attestation} (draft-fossati-seat-expat-03).
 *
 * <p>After a TLS 1.3 handshake one side sends an {@link org.rats4j.expat.AuthenticatorRequest}, and
 * the other answers with a certificate chain, a signature by the key of its first certificate and a
 * MAC, all bound to this connection. The evidence in the first entry names a binder that only this
 * connection, this request and this key can give ({@link org.rats4j.expat.Binder}).
 *
 * <p>Start at {@link org.rats4j.expat.AttestedTls}, which makes clients and servers whose
 * connections attest before they are handed out. Over a TLS connection of your own, {@link
 * org.rats4j.expat.AttestedConnection} does the same with streams and {@link
 * org.rats4j.expat.AttestationExchange} without input and output; {@link
 * org.rats4j.expat.ExportedAuthenticators} is RFC 9261 alone.
 *
 * <p>Nothing here knows a TLS library: {@link org.rats4j.expat.tls.TlsExporter} is all that is
 * asked of a connection. A profile ({@link org.rats4j.expat.ExpatProfile}) says what the draft
 * leaves open, and both sides must have the same.
 *
 * <p>All types are immutable and safe for use by several threads, except builders and where a type
 * says that it holds the state of a connection. No parameter takes null and no method returns it.
 */
package org.rats4j.expat;
