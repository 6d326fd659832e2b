package org.rats4j.eat.psa;

import org.rats4j.core.Bytes;

/** The rule of hashes: {@code psa-hash-type = bytes .size 32 / bytes .size 48 / bytes .size 64}. */
final class PsaHash {
  private PsaHash() {}

  static Bytes check(Bytes hash, String what) {
    if (hash.size() != 32 && hash.size() != 48 && hash.size() != 64) {
      throw new IllegalArgumentException(what + " has " + hash.size() + " bytes, not 32, 48 or 64");
    }
    return hash;
  }
}
