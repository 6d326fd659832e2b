/** What the packages of this artifact share behind their public types; not exported. */
package org.rats4j.core.internal;
