/**
 * What a message says, as a neutral tree, and the two ways in which it is shown: lines for people
 * and JSON for machines.
 *
 * <p>Start at {@link org.rats4j.cli.view.View}. A {@link org.rats4j.cli.view.Vocabulary} gives
 * names to labels and meaning to values. All types are immutable and safe for use by several
 * threads.
 */
package org.rats4j.cli.view;
