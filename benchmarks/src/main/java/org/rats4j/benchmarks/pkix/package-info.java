/** Evidence on keys of hardware security modules: reading it, and verifying it. */
package org.rats4j.benchmarks.pkix;
