/**
 * Values, options and exceptions that every data model of this SDK shares.
 *
 * <p>Start at {@link org.rats4j.core.DecodeOptions} for how strictly bytes are read, at {@link
 * org.rats4j.core.RatsException} for what can go wrong, and at {@link org.rats4j.core.Finding} for
 * what is remarked without failing. All types are immutable and safe for use by several threads,
 * except {@link org.rats4j.core.Findings}. No method accepts or returns null. Nothing here does
 * input or output.
 */
package org.rats4j.core;
