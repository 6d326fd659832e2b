/**
 * Signers, verification keys, key resolvers and trust anchors, for COSE and JOSE alike.
 *
 * <p>Start at {@link org.rats4j.core.crypto.Signer} to sign, also with a key in an HSM or KMS, and
 * at {@link org.rats4j.core.crypto.KeyResolver} to say which keys a verifier trusts. Algorithms are
 * numbers of the IANA COSE Algorithms registry, listed in {@link
 * org.rats4j.core.crypto.Algorithms}. No provider is ever registered; a provider is an argument.
 * All types are immutable and safe for use by several threads. No method accepts or returns null.
 */
package org.rats4j.core.crypto;
