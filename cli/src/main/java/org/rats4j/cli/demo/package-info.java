/**
 * The roles of RFC 9334 at work in {@code rats demo}: an attester that measures the files it runs
 * from, a verifier that compares them with what the build recorded, a relying party that decides.
 *
 * <p>Start at {@link org.rats4j.cli.demo.Demo}. {@link org.rats4j.cli.demo.Attester}, {@link
 * org.rats4j.cli.demo.Verifier} and {@link org.rats4j.cli.demo.RelyingParty} know nothing of each
 * other but public keys, and exchange nothing but bytes.
 */
package org.rats4j.cli.demo;
