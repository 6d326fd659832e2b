/**
 * Entity attestation tokens (RFC 9711): claims about a device or workload, signed by it as CWT or
 * JWT.
 *
 * <p>Start at {@link org.rats4j.eat.Eat}, which decodes, verifies and makes tokens; {@link
 * org.rats4j.eat.Claims} has the registered claims, and {@link org.rats4j.eat.ClaimKey} says how to
 * add one of your own. {@link org.rats4j.eat.EatClaims} is a set of claims without signature.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.eat;
