/** Compares the code in guides with code that is compiled and run. */
package org.rats4j.test.guide;
