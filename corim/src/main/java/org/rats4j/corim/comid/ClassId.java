package org.rats4j.corim.comid;

/**
 * Names a class of environments.
 *
 * <pre>{@code
 * $class-id-type-choice /= tagged-oid-type / tagged-uuid-type / tagged-bytes
 * }</pre>
 *
 * <p>The choice is open: a value under a tag that nobody here knows is an {@link UnknownChoice}.
 */
public sealed interface ClassId extends Choice
    permits TaggedOid, TaggedUuid, TaggedBytes, UnknownChoice {}
