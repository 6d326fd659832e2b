/**
 * The CoRIM profiles of Arm CCA endorsements (draft-ydb-rats-cca-endorsements): {@link
 * org.rats4j.corim.cca.CcaPlatformProfile} for platforms and {@link
 * org.rats4j.corim.cca.CcaRealmProfile} for realms. Both are among {@link
 * org.rats4j.corim.CorimProfiles#BUILT_IN}.
 *
 * <p>They are built on what {@link org.rats4j.corim.CorimProfile} gives to everybody. All types are
 * immutable and safe for use by several threads. No parameter takes null and no method returns it.
 * Nothing here opens a file or a connection.
 */
package org.rats4j.corim.cca;
