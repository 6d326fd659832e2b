/**
 * Attested TLS on the TLS API of BouncyCastle ({@code bctls-jdk18on}, an optional dependency).
 *
 * <p>Start at {@link org.rats4j.expat.bc.BcTls} for connections over sockets. {@link
 * org.rats4j.expat.bc.BcTlsClient} and {@link org.rats4j.expat.bc.BcTlsServer} are peers for a
 * protocol object of your own, blocking or not; {@link org.rats4j.expat.bc.BcExporterCapture} makes
 * any other peer fit.
 *
 * <p>The provider BCJSSE of the same library has no exporter and cannot be used.
 */
package org.rats4j.expat.bc;
