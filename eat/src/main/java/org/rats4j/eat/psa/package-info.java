/**
 * PSA attestation tokens (RFC 9783) and their two older forms: claims and profiles.
 *
 * <p>Start at {@link org.rats4j.eat.psa.PsaProfiles}, which names what a verifier expects and an
 * attester builds; {@link org.rats4j.eat.psa.PsaClaims} has the claims. The package uses nothing
 * but what {@link org.rats4j.eat} gives to everybody, so it also shows how a profile is written.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.eat.psa;
