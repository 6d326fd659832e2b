/**
 * JSON (RFC 8259), read strictly from bytes, and base64url (RFC 4648, section 5).
 *
 * <p>Start at {@link org.rats4j.core.json.JsonReader} to decode and at {@link
 * org.rats4j.core.json.JsonWriter} to encode. {@link org.rats4j.core.json.JsonValue} holds content
 * that no codec knows. Values are immutable and safe for use by several threads; readers and
 * writers belong to one thread. No method accepts or returns null.
 */
package org.rats4j.core.json;
