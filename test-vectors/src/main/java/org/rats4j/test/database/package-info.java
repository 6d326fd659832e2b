/** A database server for tests, which skip visibly where none is installed. */
package org.rats4j.test.database;
