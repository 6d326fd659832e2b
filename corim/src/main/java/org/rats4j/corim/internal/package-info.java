/** What the packages of this module share; not exported. */
package org.rats4j.corim.internal;
