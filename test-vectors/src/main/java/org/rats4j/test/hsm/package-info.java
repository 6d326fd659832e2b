/** Tokens of SoftHSM 2 for tests, which skip visibly where it is not installed. */
package org.rats4j.test.hsm;
