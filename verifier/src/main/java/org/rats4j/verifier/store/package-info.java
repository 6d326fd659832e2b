/**
 * Endorsement stores: keys, reference values and endorsements of single devices, in memory or in a
 * relational database.
 *
 * <p>Start at {@link org.rats4j.verifier.store.EndorsementStore}. What is said of whole classes of
 * devices belongs into {@code org.rats4j.corim.appraisal.CorimStore}.
 *
 * <p>All types are safe for use by several threads, except builders. No parameter takes null and no
 * method returns it. {@link org.rats4j.verifier.store.JdbcEndorsementStore} uses the connections
 * that its caller hands it; nothing else here opens a file or a connection.
 */
package org.rats4j.verifier.store;
