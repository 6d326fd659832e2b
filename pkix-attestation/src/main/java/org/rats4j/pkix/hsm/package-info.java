/**
 * Attesters: who has keys in a module and is asked to attest them.
 *
 * <p>Start at {@link org.rats4j.pkix.hsm.Attester}. It takes what it reports from a {@link
 * org.rats4j.pkix.hsm.PlatformSource} and a {@link org.rats4j.pkix.hsm.KeySource}, and what those
 * do not know it leaves out.
 *
 * <p><b>What a program can attest.</b> Evidence is as good as the environment that makes it. Inside
 * a module, the firmware observes its keys itself. A program on a host only repeats what a module
 * told it through a library that the host controls: whoever has the host can make it say anything.
 * Such evidence shows how a key was set up where host and operator are trusted; it does not prove
 * it to somebody who distrusts them. Its attestation key must sign nothing else.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.pkix.hsm;
