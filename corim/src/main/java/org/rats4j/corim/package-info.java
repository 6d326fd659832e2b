/**
 * Concise reference integrity manifests (draft-ietf-rats-corim-11): signed and unsigned CoRIMs, the
 * locators, entities and validity that they share, and lists of tags (CoTL).
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.corim;
