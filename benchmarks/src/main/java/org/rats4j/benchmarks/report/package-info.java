/** The table of ratios that {@code benchmarks/run} prints. */
@org.jspecify.annotations.NullMarked
package org.rats4j.benchmarks.report;
