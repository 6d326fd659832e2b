/**
 * CBOR (RFC 8949): a strict reader, a deterministic writer, a neutral item tree and diagnostic
 * notation.
 *
 * <p>Start at {@link org.rats4j.core.cbor.CborReader} to decode and at {@link
 * org.rats4j.core.cbor.CborWriter} to encode. {@link org.rats4j.core.cbor.CborItem} holds content
 * that no codec knows. Items are immutable and safe for use by several threads; readers and writers
 * belong to one thread. No method accepts or returns null.
 */
package org.rats4j.core.cbor;
