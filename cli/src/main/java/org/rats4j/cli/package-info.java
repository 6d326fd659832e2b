/**
 * The {@code rats} command: inspects, verifies, converts and signs attestation messages.
 *
 * <p>This is a program, not a library: the command line is its contract, no package is exported.
 * Start at {@link org.rats4j.cli.Main}. What a file can be is listed in {@code
 * org.rats4j.cli.kind.Kinds}; the run of {@code rats demo} is in {@code org.rats4j.cli.demo}.
 */
package org.rats4j.cli;
