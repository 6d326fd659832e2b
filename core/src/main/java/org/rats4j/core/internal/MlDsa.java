package org.rats4j.core.internal;

/** The parameter sets of ML-DSA (FIPS 204, section 4). */
public enum MlDsa {
  /** ML-DSA-44. */
  ML_DSA_44("ML-DSA-44", -48, "17", 1312, 2420),

  /** ML-DSA-65. */
  ML_DSA_65("ML-DSA-65", -49, "18", 1952, 3309),

  /** ML-DSA-87. */
  ML_DSA_87("ML-DSA-87", -50, "19", 2592, 4627);

  /** How many bytes the seed of a private key has. */
  public static final int SEED_BYTES = 32;

  private static final String ARC = "2.16.840.1.101.3.4.3.";

  private final String label;
  private final long algorithm;
  private final String oid;
  private final int publicKeyBytes;
  private final int signatureBytes;

  MlDsa(String label, long algorithm, String arc, int publicKeyBytes, int signatureBytes) {
    this.label = label;
    this.algorithm = algorithm;
    this.oid = ARC + arc;
    this.publicKeyBytes = publicKeyBytes;
    this.signatureBytes = signatureBytes;
  }

  /** Returns the name, as JOSE and JCA have it. */
  public String label() {
    return label;
  }

  /** Returns the number in the IANA COSE Algorithms registry. */
  public long algorithm() {
    return algorithm;
  }

  /** Returns the object identifier of keys and signatures. */
  public String oid() {
    return oid;
  }

  /** Returns how many bytes a public key has. */
  public int publicKeyBytes() {
    return publicKeyBytes;
  }

  /** Returns how many bytes a signature has. */
  public int signatureBytes() {
    return signatureBytes;
  }
}
