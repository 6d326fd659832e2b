package org.rats4j.core.cose;

/** Values of {@code key_ops} (RFC 9052, section 7.1). */
public final class CoseKeyOperation {
  /** Creates signatures. */
  public static final long SIGN = 1;

  /** Verifies signatures. */
  public static final long VERIFY = 2;

  /** Encrypts. */
  public static final long ENCRYPT = 3;

  /** Decrypts. */
  public static final long DECRYPT = 4;

  /** Wraps keys. */
  public static final long WRAP_KEY = 5;

  /** Unwraps keys. */
  public static final long UNWRAP_KEY = 6;

  /** Derives keys. */
  public static final long DERIVE_KEY = 7;

  /** Derives bits that are no key. */
  public static final long DERIVE_BITS = 8;

  /** Creates MACs. */
  public static final long MAC_CREATE = 9;

  /** Verifies MACs. */
  public static final long MAC_VERIFY = 10;

  private CoseKeyOperation() {}
}
