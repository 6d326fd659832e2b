/**
 * Arm CCA attestation tokens: the claims and profiles of platform and realm, and the collection
 * that binds them (draft-ffm-rats-cca-token).
 *
 * <p>Start at {@link org.rats4j.eat.cca.CcaToken}, which decodes and verifies a token; {@link
 * org.rats4j.eat.cca.CcaPlatformClaims} and {@link org.rats4j.eat.cca.CcaRealmClaims} name what is
 * inside. The profiles use nothing but what {@link org.rats4j.eat} gives to everybody.
 *
 * <p>All types are immutable and safe for use by several threads. No parameter takes null and no
 * method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.eat.cca;
