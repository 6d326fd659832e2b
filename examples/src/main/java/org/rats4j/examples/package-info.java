/**
 * One program for each role of remote attestation (RFC 9334), each in one file, to read and to
 * copy. The first four hand files to each other: {@link org.rats4j.examples.EndorserExample},
 * {@link org.rats4j.examples.AttesterExample}, {@link org.rats4j.examples.VerifierExample} and
 * {@link org.rats4j.examples.RelyingPartyExample}. How to start them stands in {@code README.md}
 * beside the sources.
 */
package org.rats4j.examples;
