/**
 * A user's own class or record as a value in CBOR and JSON, by way of Jackson databind.
 *
 * <p>Start at {@link org.rats4j.core.jackson.PojoCodec}. Only users of this package need
 * jackson-databind and jackson-dataformat-cbor on their path. All types are immutable and safe for
 * use by several threads, except that the mappers are the user's: nobody may configure them any
 * more. Nothing takes or returns null. No input or output.
 */
package org.rats4j.core.jackson;
