/** CoRIM: making a store of reference values, and appraising evidence by it. */
@org.jspecify.annotations.NullMarked
package org.rats4j.benchmarks.corim;
