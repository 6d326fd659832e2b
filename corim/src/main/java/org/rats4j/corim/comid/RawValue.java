package org.rats4j.corim.comid;

/**
 * A measured value whose meaning only its maker knows.
 *
 * <pre>{@code
 * $raw-value-type-choice /= tagged-bytes / tagged-masked-raw-value
 * }</pre>
 *
 * <p>The choice is open: a value under a tag that nobody here knows is an {@link UnknownChoice}.
 */
public sealed interface RawValue extends Choice
    permits TaggedBytes, MaskedRawValue, UnknownChoice {}
