/**
 * Benchmarks against the libraries that a user would take otherwise.
 *
 * <p>One class measures one operation. Its method {@code rats4j} is ours, each other method is a
 * peer that does the same work on the same input in the same run; the report has one line per peer.
 * A new class needs no registration: {@code benchmarks/run} finds it, {@link
 * org.rats4j.benchmarks.Goal} says what it has to reach.
 */
@org.jspecify.annotations.NullMarked
package org.rats4j.benchmarks;
