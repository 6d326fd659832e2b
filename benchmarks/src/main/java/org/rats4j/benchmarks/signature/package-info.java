/** Verifying signed messages against the bare signature check of the same provider. */
@org.jspecify.annotations.NullMarked
package org.rats4j.benchmarks.signature;
