/**
 * Cryptography that is worth nothing and costs nothing, for tests that are about something else.
 * Start at {@link org.rats4j.test.crypto.StubProvider}.
 */
package org.rats4j.test.crypto;
