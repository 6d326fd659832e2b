/** CBOR reading and writing against jackson-dataformat-cbor and com.authlete:cbor. */
@org.jspecify.annotations.NullMarked
package org.rats4j.benchmarks.cbor;
