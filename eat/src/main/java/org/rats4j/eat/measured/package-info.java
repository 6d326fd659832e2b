/**
 * Measured components (RFC 10013): what was measured of one piece of software or configuration, as
 * entry of the claims {@code manifests} and {@code measurements}.
 *
 * <p>Start at {@link org.rats4j.eat.measured.MeasuredComponent}; {@link
 * org.rats4j.eat.measured.MeasuredComponents} takes those of a token out of its claims.
 *
 * <p>All types are immutable and safe for use by several threads. No parameter takes null and no
 * method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.eat.measured;
