/** Making and validating exported authenticators against the cryptography that they cannot save. */
@org.jspecify.annotations.NullMarked
package org.rats4j.benchmarks.expat;
