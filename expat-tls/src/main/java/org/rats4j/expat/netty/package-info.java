/**
 * Attested TLS in Netty ({@code netty-handler}, an optional dependency; 4.1 or 4.2).
 *
 * <p>Put an {@link org.rats4j.expat.netty.AttestationHandler} right behind the {@code SslHandler},
 * and wait for its {@link org.rats4j.expat.netty.AttestationCompletionEvent}. The engine has to
 * export keying material: that of the JDK from 25 on, or one of Conscrypt; OpenSSL in Netty does
 * not.
 */
package org.rats4j.expat.netty;
