/**
 * What a file can be. Start at {@link org.rats4j.cli.kind.Kinds}: it lists all kinds, and says how
 * to add one.
 *
 * <p>Each file here is a family of kinds. A kind knows its messages by their content, decodes them,
 * and, where that makes sense, verifies, converts and signs them. All types are immutable, except
 * {@link org.rats4j.cli.kind.Content}, which remembers what it parsed.
 */
package org.rats4j.cli.kind;
