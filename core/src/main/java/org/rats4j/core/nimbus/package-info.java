/**
 * Keys and signers of Nimbus JOSE+JWT for those who have them already.
 *
 * <p>Start at {@link org.rats4j.core.nimbus.NimbusKeys}, or at {@link
 * org.rats4j.core.nimbus.NimbusSigner} for a key in an HSM or KMS that Nimbus signs with. Only
 * users of this package need nimbus-jose-jwt on their path; the JWS of {@link org.rats4j.core.jose}
 * does without. Who verifies with Nimbus itself should know that its processors ignore {@code typ}
 * unless they are told, that they accept members twice in nested claims, and that they read
 * base64url leniently.
 *
 * <p>All types are immutable and safe for use by several threads if what they wrap is. No method
 * accepts or returns null. Nothing here does input or output.
 */
package org.rats4j.core.nimbus;
