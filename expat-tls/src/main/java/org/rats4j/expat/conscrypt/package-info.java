/**
 * Attested TLS on Conscrypt ({@code conscrypt-openjdk-uber}, an optional dependency), for a JDK
 * whose own TLS has no exporter.
 *
 * <p>Start at {@link org.rats4j.expat.conscrypt.ConscryptTls} for connections and engines, at
 * {@link org.rats4j.expat.conscrypt.ConscryptTlsExporter} for those that somebody else made.
 */
package org.rats4j.expat.conscrypt;
