/**
 * The contract between a value that a user brings along, such as the value of a private claim, and
 * the two encodings.
 *
 * <p>Start at {@link org.rats4j.core.codec.ValueCodec}. Codecs have no state and are safe for use
 * by several threads. No method accepts or returns null. Nothing here does input or output.
 */
package org.rats4j.core.codec;
