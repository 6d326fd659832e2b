/**
 * Attested TLS on {@code javax.net.ssl}.
 *
 * <p>Start at {@link org.rats4j.expat.jsse.JsseTls} for connections and engines of the JDK, from
 * JDK 25 on: the first whose JSSE exports keying material. {@link
 * org.rats4j.expat.jsse.TlsExporters} takes sockets, engines and sessions that somebody else made,
 * those of Conscrypt among them, and refuses what cannot export.
 */
package org.rats4j.expat.jsse;
