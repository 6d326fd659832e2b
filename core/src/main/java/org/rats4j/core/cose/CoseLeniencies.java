package org.rats4j.core.cose;

import java.util.Set;
import org.rats4j.core.Leniency;

/** The deviations that the COSE decoders accept when they are named. */
public final class CoseLeniencies {
  /** Accepts a message without its tag, where the caller states the type. */
  public static final Leniency UNTAGGED = new Leniency("UNTAGGED");

  /** Accepts alg in the unprotected bucket; the key then has to name the algorithm. */
  public static final Leniency ALG_UNPROTECTED = new Leniency("ALG_UNPROTECTED");

  /** Accepts a message without alg; the key then has to name the algorithm. */
  public static final Leniency ALG_MISSING = new Leniency("ALG_MISSING");

  /** Accepts a single certificate in an array, where it has to stand alone. */
  public static final Leniency X5CHAIN_SINGLE_IN_ARRAY = new Leniency("X5CHAIN_SINGLE_IN_ARRAY");

  /** Accepts an RSA modulus with leading zeros. */
  public static final Leniency RSA_LEADING_ZERO = new Leniency("RSA_LEADING_ZERO");

  /** Accepts a key of an unknown type, which then stays opaque. */
  public static final Leniency UNKNOWN_KEY_TYPE = new Leniency("UNKNOWN_KEY_TYPE");

  /** All of them. */
  public static final Set<Leniency> LENIENT =
      Set.of(
          UNTAGGED,
          ALG_UNPROTECTED,
          ALG_MISSING,
          X5CHAIN_SINGLE_IN_ARRAY,
          RSA_LEADING_ZERO,
          UNKNOWN_KEY_TYPE);

  private CoseLeniencies() {}
}
