/**
 * What {@code rats tls} does besides moving bytes: evidence of the demonstration, and what passes
 * in words. Start with {@link org.rats4j.cli.tls.Demonstration}.
 */
package org.rats4j.cli.tls;
