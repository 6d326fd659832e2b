/**
 * Runs manifests of test vectors as JUnit 5 tests.
 *
 * <p>A manifest is a {@code manifest.json} beside its vectors, one object per entry. Each module
 * has one test class that gives an answer for each kind of entry; a kind without an answer fails.
 */
package org.rats4j.test.vectors;
