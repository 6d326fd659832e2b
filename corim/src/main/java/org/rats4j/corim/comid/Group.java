package org.rats4j.corim.comid;

/**
 * Names a group of environments, so that no instance is told.
 *
 * <pre>{@code
 * $group-id-type-choice /= tagged-uuid-type / tagged-bytes
 * }</pre>
 *
 * <p>The choice is open: a value under a tag that nobody here knows is an {@link UnknownChoice}.
 */
public sealed interface Group extends Choice permits TaggedUuid, TaggedBytes, UnknownChoice {}
