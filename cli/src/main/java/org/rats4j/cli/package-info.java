/**
 * The {@code rats} command: inspects, verifies, converts and signs attestation messages.
 *
 * <p>This is a program, not a library: the command line is its contract, no package is exported.
 */
package org.rats4j.cli;
