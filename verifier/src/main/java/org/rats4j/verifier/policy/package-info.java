/**
 * Appraisal policies: from what reference values and endorsements say of a component to a trust
 * vector of AR4SI (draft-ietf-rats-ar4si-10).
 *
 * <p>Start at {@link org.rats4j.verifier.policy.PolicyRules}, the policies that are data. {@link
 * org.rats4j.verifier.policy.StandardPolicy} is the one of a verifier that is given no other.
 *
 * <p>All types are immutable and safe for use by several threads. No parameter takes null and no
 * method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.verifier.policy;
