/**
 * Appraisal of evidence by CoRIMs: the reference verifier of draft-ietf-rats-corim-11, phases 1 to
 * 4, with the choices that {@link org.rats4j.corim.appraisal.AppraisalOptions} lists where the
 * draft is silent or contradicts itself.
 *
 * <p>Start at {@link org.rats4j.corim.appraisal.CorimStore}, which is made once of verified CoRIMs,
 * and at {@link org.rats4j.corim.appraisal.Appraiser}, which is asked for each piece of evidence.
 * Evidence comes as {@link org.rats4j.corim.appraisal.ElementEct}s from who has verified it. The
 * result is an {@link org.rats4j.corim.appraisal.Appraisal}: what is accepted ({@link
 * org.rats4j.corim.appraisal.Acs}), where each entry comes from, and why the rest does not match.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. Nothing here
 * reads files or the network, and no parameter or result is null.
 */
package org.rats4j.corim.appraisal;
