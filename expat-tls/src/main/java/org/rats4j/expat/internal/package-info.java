/** What the TLS stacks share: certificates, names and sockets. Not exported. */
package org.rats4j.expat.internal;
