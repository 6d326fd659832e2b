/** Decoding and encoding of the claims of entity attestation tokens. */
@org.jspecify.annotations.NullMarked
package org.rats4j.benchmarks.eat;
