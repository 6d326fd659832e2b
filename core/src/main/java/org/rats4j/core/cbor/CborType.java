package org.rats4j.core.cbor;

/** The kinds of CBOR data items (RFC 8949, section 3). */
public enum CborType {
  /** Major type 0. */
  UNSIGNED_INTEGER,
  /** Major type 1. */
  NEGATIVE_INTEGER,
  /** Major type 2. */
  BYTE_STRING,
  /** Major type 3. */
  TEXT_STRING,
  /** Major type 4. */
  ARRAY,
  /** Major type 5. */
  MAP,
  /** Major type 6. */
  TAG,
  /** Simple values 20 and 21. */
  BOOLEAN,
  /** Simple value 22. */
  NULL,
  /** Simple value 23. */
  UNDEFINED,
  /** Any other simple value. */
  SIMPLE,
  /** A float of any width. */
  FLOAT,
}
