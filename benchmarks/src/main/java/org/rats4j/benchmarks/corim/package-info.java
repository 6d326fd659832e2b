/** CoRIM: reading manifests, making a store of them, and appraising evidence by it. */
@org.jspecify.annotations.NullMarked
package org.rats4j.benchmarks.corim;
