/**
 * The CoRIM profile of Intel TDX: values that it adds to measurements, and the expressions that
 * conditions may have in their place. Start at {@link org.rats4j.corim.tdx.TdxProfile}, which is
 * one of {@link org.rats4j.corim.CorimProfiles#BUILT_IN}.
 *
 * <p>The types are those that published files carry. All are immutable and safe for use by several
 * threads. No parameter takes null and no method returns it. Nothing here opens a file or a
 * connection.
 */
package org.rats4j.corim.tdx;
