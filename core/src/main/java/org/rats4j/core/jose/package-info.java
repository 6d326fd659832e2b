/**
 * JOSE: signed messages (JWS, RFC 7515) and keys (JWK, RFC 7517).
 *
 * <p>Start at {@link org.rats4j.core.jose.Jws}. {@code decode} checks the syntax; {@code verify}
 * takes all {@link org.rats4j.core.jose.JwsExpectations} and is the only way to a payload that
 * somebody vouches for. The compact and the flattened JSON serialization are read and written; the
 * algorithms are those of RFC 7518, RFC 8037, RFC 9864 and ML-DSA. A token never brings the key
 * that verifies it: {@code jwk}, {@code jku} and {@code x5u} are kept and not used, {@code x5c} is
 * a hint for a resolver with trust anchors. Encryption (JWE) and unencoded payloads (RFC 7797) are
 * recognised and refused.
 *
 * <p>All types are immutable and safe for use by several threads, except the builders. No method
 * accepts or returns null. There is no input or output.
 */
package org.rats4j.core.jose;
