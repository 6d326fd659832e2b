package org.rats4j.core.json;

/** The kinds of JSON values (RFC 8259, section 3). */
public enum JsonType {
  /** An object. */
  OBJECT,
  /** An array. */
  ARRAY,
  /** A string. */
  STRING,
  /** A number. */
  NUMBER,
  /** True or false. */
  BOOLEAN,
  /** Null. */
  NULL,
}
