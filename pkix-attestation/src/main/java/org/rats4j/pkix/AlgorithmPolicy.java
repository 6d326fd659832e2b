package org.rats4j.pkix;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.rats4j.core.Oid;

/**
 * Which algorithms and keys a verifier takes. SHA-1, MD5, SHA-224, ECDSA with parameters, and PSS
 * whose two hashes differ are refused whatever this says.
 *
 * @param algorithms the signature algorithms
 * @param curves the curves of ECDSA keys
 * @param rsaBits how many bits the modulus of an RSA key has at least
 */
public record AlgorithmPolicy(Set<Oid> algorithms, Set<Oid> curves, int rsaBits) {
  /**
   * ECDSA, RSA PKCS#1 v1.5 and PSS with SHA-256, SHA-384 and SHA-512, Ed25519, Ed448, ML-DSA,
   * SLH-DSA and HSS/LMS; the curves P-256, P-384, P-521 and those of Brainpool with 256 bits or
   * more; RSA with 2048 bits or more.
   */
  public static final AlgorithmPolicy DEFAULT =
      new AlgorithmPolicy(
          SignatureAlgorithms.strong(),
          Set.of(
              Oid.of("1.2.840.10045.3.1.7"),
              Oid.of("1.3.132.0.34"),
              Oid.of("1.3.132.0.35"),
              Oid.of("1.3.36.3.3.2.8.1.1.7"),
              Oid.of("1.3.36.3.3.2.8.1.1.11"),
              Oid.of("1.3.36.3.3.2.8.1.1.13")),
          2048);

  /** Creates a policy. */
  public AlgorithmPolicy {
    algorithms = Set.copyOf(algorithms);
    curves = Set.copyOf(curves);
  }

  /** Returns this policy for these algorithms alone. */
  public AlgorithmPolicy withAlgorithms(Collection<Oid> values) {
    return new AlgorithmPolicy(new TreeSet<>(values), curves, rsaBits);
  }

  /** Returns this policy with another lower bound for RSA keys. */
  public AlgorithmPolicy withRsaBits(int bits) {
    return new AlgorithmPolicy(algorithms, curves, bits);
  }
}
