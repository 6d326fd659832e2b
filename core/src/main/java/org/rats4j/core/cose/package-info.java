/**
 * COSE (RFC 9052, RFC 9053): COSE_Sign1, COSE_Sign and COSE_Mac0, their header parameters, hash
 * envelopes (RFC 9995), COSE_Key and COSE_KeySet.
 *
 * <p>Start at {@link org.rats4j.core.cose.CoseSign1} for one signature, at {@link
 * org.rats4j.core.cose.CoseMessage} for a message whose type its tag tells. {@code decode} checks
 * the syntax; {@code verify} takes all {@link org.rats4j.core.cose.CoseExpectations} and is the
 * only way to a payload that somebody vouches for. Also implemented: certificates (RFC 9360), typ
 * (RFC 9596), CWT claims (RFC 9597) and the algorithms of RFC 9864 and RFC 9964. Encryption is
 * recognised and refused.
 *
 * <p>All types are immutable and safe for use by several threads, except the builders. No method
 * accepts or returns null. There is no input or output.
 */
package org.rats4j.core.cose;
