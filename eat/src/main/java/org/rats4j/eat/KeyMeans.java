package org.rats4j.eat;

/** How a token says which key it needs. New constants may appear in minor releases. */
public enum KeyMeans {
  /** By {@code kid} in a header. */
  KEY_ID,
  /** By the claim {@code ueid}. */
  UEID,
  /** By certificates in a header. */
  CERTIFICATE_CHAIN,
}
