/** Benchmarks of attestation results. */
@org.jspecify.annotations.NullMarked
package org.rats4j.benchmarks.ear;
