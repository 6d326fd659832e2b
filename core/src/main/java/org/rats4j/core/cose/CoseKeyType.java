package org.rats4j.core.cose;

/** Numbers of the IANA COSE Key Types registry. */
public final class CoseKeyType {
  /** Octet key pair: Ed25519 and Ed448. */
  public static final long OKP = 1;

  /** Elliptic curve key with both coordinates. */
  public static final long EC2 = 2;

  /** RSA (RFC 8230). */
  public static final long RSA = 3;

  /** Symmetric key. */
  public static final long SYMMETRIC = 4;

  /** Algorithm key pair: ML-DSA (RFC 9964). */
  public static final long AKP = 7;

  private CoseKeyType() {}
}
