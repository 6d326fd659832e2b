/**
 * What people want to know of a message before they look into it, and the two forms in which they
 * get it: lines for a terminal and a page for a browser.
 *
 * <p>Start at {@link org.rats4j.cli.report.Summary}, which a kind makes of its message. All types
 * are immutable and safe for use by several threads.
 */
package org.rats4j.cli.report;
