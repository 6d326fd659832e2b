/**
 * What the command asks of PKCS #11 tokens, in {@code rats hsm} and {@code rats demo}. Start with
 * {@link org.rats4j.cli.hsm.KeyQuestions}.
 */
package org.rats4j.cli.hsm;
