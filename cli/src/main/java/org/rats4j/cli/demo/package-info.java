/**
 * The roles of RFC 9334 at work in {@code rats demo}: an attester that measures the files it runs
 * from, an endorser that signs what they should be, a verifier that appraises the one by the other,
 * a relying party that decides.
 *
 * <p>Start at {@link org.rats4j.cli.demo.Play}, which has the course of events over attested TLS;
 * {@link org.rats4j.cli.demo.AttesterMain} is the other end of the connection. {@link
 * org.rats4j.cli.demo.Attester}, {@link org.rats4j.cli.demo.Endorser}, {@link
 * org.rats4j.cli.demo.Verifier} and {@link org.rats4j.cli.demo.RelyingParty} know nothing of each
 * other but public keys, and exchange nothing but bytes; {@link org.rats4j.cli.demo.Relay} attacks
 * them.
 */
package org.rats4j.cli.demo;
