/**
 * Concise software identification tags (RFC 9393): which software a tag names, who made it, what it
 * consists of and how it relates to other software.
 *
 * <p>Start at {@link org.rats4j.corim.coswid.ConciseSwidTag}. Each map of the specification is a
 * class with its name; each may carry attributes and extensions that nobody here knows, which are
 * kept as they are ({@link org.rats4j.corim.coswid.SwidMap}). Index values, such as roles, are
 * labels with constants, since their registries are open.
 *
 * <p>All types are immutable and safe for use by several threads, except builders. No parameter
 * takes null and no method returns it. Nothing here opens a file or a connection.
 */
package org.rats4j.corim.coswid;
