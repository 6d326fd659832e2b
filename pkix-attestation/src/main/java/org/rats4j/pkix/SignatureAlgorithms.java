package org.rats4j.pkix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.der.Der;

/** The signature algorithms of X.509 that are known here, and the keys that they go with. */
final class SignatureAlgorithms {
  static final Oid RSA_KEY = Oid.of("1.2.840.113549.1.1.1");
  static final Oid PSS = Oid.of("1.2.840.113549.1.1.10");
  static final Oid EC_KEY = Oid.of("1.2.840.10045.2.1");
  static final Oid MGF1 = Oid.of("1.2.840.113549.1.1.8");
  static final Oid SHA_256 = Oid.of("2.16.840.1.101.3.4.2.1");
  static final Oid SHA_384 = Oid.of("2.16.840.1.101.3.4.2.2");
  static final Oid SHA_512 = Oid.of("2.16.840.1.101.3.4.2.3");

  private static final String RSA = "1.2.840.113549.1.1.";
  private static final String ECDSA = "1.2.840.10045.4.";
  private static final String NIST = "2.16.840.1.101.3.4.3.";
  private static final Oid ED25519 = Oid.of("1.3.101.112");
  private static final Oid ED448 = Oid.of("1.3.101.113");
  static final Oid HSS_LMS = Oid.of("1.2.840.113549.1.9.16.3.17");
  private static final int ML_DSA_FIRST = 17;
  private static final int SLH_DSA_LAST = 31;

  private static final Map<Oid, Entry> ENTRIES = entries();

  private SignatureAlgorithms() {}

  /** How the parameters of an algorithm have to look. */
  enum Parameters {
    ABSENT,
    NULL_OR_ABSENT,
    PSS
  }

  /**
   * An algorithm.
   *
   * @param keys the algorithms of keys that it goes with
   * @param broken whether it is refused whatever the policy says
   */
  record Entry(Set<Oid> keys, Parameters parameters, boolean broken) {}

  private static Map<Oid, Entry> entries() {
    Map<Oid, Entry> entries = new HashMap<>();
    Set<Oid> rsa = Set.of(RSA_KEY);
    for (int weak : List.of(2, 3, 4, 5, 14)) {
      entries.put(Oid.of(RSA + weak), new Entry(rsa, Parameters.NULL_OR_ABSENT, true));
    }
    for (int strong : List.of(11, 12, 13)) {
      entries.put(Oid.of(RSA + strong), new Entry(rsa, Parameters.NULL_OR_ABSENT, false));
    }
    entries.put(PSS, new Entry(Set.of(RSA_KEY, PSS), Parameters.PSS, false));
    for (String hash : List.of("1", "3.1", "3.2", "3.3", "3.4")) {
      boolean broken = hash.equals("1") || hash.equals("3.1");
      entries.put(Oid.of(ECDSA + hash), new Entry(Set.of(EC_KEY), Parameters.ABSENT, broken));
    }
    ofOwnKey(entries, ED25519);
    ofOwnKey(entries, ED448);
    ofOwnKey(entries, HSS_LMS);
    for (int i = ML_DSA_FIRST; i <= SLH_DSA_LAST; i++) {
      ofOwnKey(entries, Oid.of(NIST + i));
    }
    return Map.copyOf(entries);
  }

  private static void ofOwnKey(Map<Oid, Entry> entries, Oid algorithm) {
    entries.put(algorithm, new Entry(Set.of(algorithm), Parameters.ABSENT, false));
  }

  static Optional<Entry> find(Oid algorithm) {
    return Optional.ofNullable(ENTRIES.get(algorithm));
  }

  /** Returns whether {@code key} is of a kind that the algorithm goes with. */
  static boolean fits(AlgorithmIdentifier algorithm, PublicKeyInfo key) {
    return find(algorithm.algorithm())
        .map(entry -> entry.keys().contains(key.algorithm()))
        .orElse(false);
  }

  /** Returns all that are not broken. */
  static Set<Oid> strong() {
    Map<Oid, Entry> strong = new TreeMap<>(ENTRIES);
    strong.values().removeIf(Entry::broken);
    return Set.copyOf(strong.keySet());
  }

  /** Returns whether signatures are {@code r || s} in COSE and DER in X.509. */
  static boolean isEcdsa(long number) {
    return ecdsaHash(number) != 0;
  }

  private static int ecdsaHash(long number) {
    if (number == Algorithms.ES256 || number == Algorithms.ESP256) {
      return 2;
    }
    if (number == Algorithms.ES384 || number == Algorithms.ESP384) {
      return 3;
    }
    return number == Algorithms.ES512 || number == Algorithms.ESP512 ? 4 : 0;
  }

  /**
   * Returns what X.509 calls an algorithm of COSE.
   *
   * @throws IllegalArgumentException if it has no name for it that says all
   */
  static AlgorithmIdentifier identifier(long number) {
    if (isEcdsa(number)) {
      return AlgorithmIdentifier.of(Oid.of(ECDSA + "3." + ecdsaHash(number)));
    }
    if (number == Algorithms.ED25519) {
      return AlgorithmIdentifier.of(ED25519);
    }
    if (number == Algorithms.ED448) {
      return AlgorithmIdentifier.of(ED448);
    }
    if (number == Algorithms.PS256) {
      return pss(SHA_256, 32);
    }
    if (number == Algorithms.PS384) {
      return pss(SHA_384, 48);
    }
    if (number == Algorithms.PS512) {
      return pss(SHA_512, 64);
    }
    if (number <= Algorithms.ML_DSA_44 && number >= Algorithms.ML_DSA_87) {
      return AlgorithmIdentifier.of(Oid.of(NIST + (ML_DSA_FIRST + Algorithms.ML_DSA_44 - number)));
    }
    long rsa = Algorithms.RS256 - number;
    if (rsa >= 0 && rsa <= 2) {
      return AlgorithmIdentifier.of(Oid.of(RSA + (11 + rsa)), Der.nothing());
    }
    throw new IllegalArgumentException("X.509 has no name for " + Algorithms.name(number));
  }

  private static AlgorithmIdentifier pss(Oid hash, int saltBytes) {
    Bytes name = Der.sequence(Der.oid(hash));
    return AlgorithmIdentifier.of(
        PSS,
        Der.sequence(
            Der.context(0, List.of(name)),
            Der.context(1, List.of(Der.sequence(Der.oid(MGF1), name))),
            Der.context(2, List.of(Der.integer(saltBytes)))));
  }

  static boolean isPostQuantum(Oid algorithm) {
    for (int i = ML_DSA_FIRST; i <= SLH_DSA_LAST; i++) {
      if (algorithm.equals(Oid.of(NIST + i))) {
        return true;
      }
    }
    return algorithm.equals(HSS_LMS);
  }
}
