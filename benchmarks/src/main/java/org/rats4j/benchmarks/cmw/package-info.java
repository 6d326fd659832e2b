/** Decoding and encoding of wrappers. */
@org.jspecify.annotations.NullMarked
package org.rats4j.benchmarks.cmw;
