/**
 * The CoRIM profile of Arm PSA endorsements (draft-fdb-rats-psa-endorsements): reference values of
 * firmware, attestation keys and certificates. {@link org.rats4j.corim.psa.PsaProfile} is one of
 * {@link org.rats4j.corim.CorimProfiles#BUILT_IN}.
 *
 * <p>It is built on what {@link org.rats4j.corim.CorimProfile} gives to everybody. All types are
 * immutable and safe for use by several threads. No parameter takes null and no method returns it.
 * Nothing here opens a file or a connection.
 */
package org.rats4j.corim.psa;
