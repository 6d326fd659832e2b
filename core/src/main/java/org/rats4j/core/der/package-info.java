/**
 * DER (X.690, section 10), read strictly and without recursion.
 *
 * <p>A {@link org.rats4j.core.der.DerValue} exists only for bytes that are exactly one value in
 * DER: heads, lengths, the content of each universal type, the order in a SET, and the depth were
 * checked in one pass over the input. Its parts are views of the received bytes, so that what was
 * signed can be verified as it came. {@link org.rats4j.core.der.Der} writes.
 *
 * <pre>{@code
 * DerValue value = DerValue.decode(bytes, DecodeOptions.STRICT, "evidence");
 * List<DerValue> members = value.sequence();
 * }</pre>
 *
 * <p>What X.509 and cryptography need is left to their library. All types are immutable and safe
 * for use by several threads. No parameter takes null and no method returns it.
 */
package org.rats4j.core.der;
