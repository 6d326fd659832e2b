/**
 * Templates in JSON, from which people make CoMIDs and CoRIMs: the dialect of the Veraison tools.
 * No specification defines a JSON form of CoRIM; {@code docs/guide/endorser.md} has the members.
 *
 * <p>What is written is the second version of the dialect; the first is read with the leniency
 * {@link org.rats4j.corim.CorimLeniencies#JSON_V1_FORM}. Start at {@link
 * org.rats4j.corim.template.ComidTemplate}.
 *
 * <p>All types are safe for use by several threads. No parameter takes null and no method returns
 * it. Nothing here opens a file or a connection.
 */
package org.rats4j.corim.template;
