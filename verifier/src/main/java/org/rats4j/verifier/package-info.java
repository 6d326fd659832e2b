/**
 * The verifier of RFC 9334: evidence in, attestation result (EAR) out.
 *
 * <p>Start at {@link org.rats4j.verifier.Verifier}. The parts are in the packages below: {@code
 * .evidence} verifies messages and says in the words of CoRIM what they claim, {@code .store} has
 * keys and values of single devices, {@code .policy} makes claims of AR4SI. The matching itself is
 * {@code org.rats4j.corim.appraisal} (draft-ietf-rats-corim-11, section 8).
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection; a store in a
 * database uses the one that the caller gives it.
 */
package org.rats4j.verifier;
