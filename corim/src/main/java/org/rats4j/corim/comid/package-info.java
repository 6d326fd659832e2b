/**
 * Concise module identifiers (CoMID, draft-ietf-rats-corim-11, section 5): reference values,
 * endorsements, keys and relations of environments. The names are those of the CDDL.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. Equality is that
 * of the message: a value in another spelling, such as the number and the name of one digest
 * algorithm, is another value. No parameter takes null and no method returns it. Nothing here opens
 * a file or a connection.
 */
package org.rats4j.corim.comid;
