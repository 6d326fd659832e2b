package org.rats4j.corim.coswid;

import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.internal.Source;

/**
 * A hash and the number of the algorithm that made it (RFC 9393, section 2.9.1).
 *
 * <pre>{@code hash-entry = [hash-alg-id: int, hash-value: bytes]}</pre>
 *
 * <p>Unlike a digest of CoRIM it names the algorithm by number only, where 0 means that nobody
 * knows it, and any length of value is taken: {@link #digest()} is what can be compared.
 *
 * @param algorithm a number of the IANA Named Information registry, or 0
 * @param value the hash
 */
public record HashEntry(Label.OfInteger algorithm, Bytes value) {
  /** An algorithm that nobody knows. */
  public static final int UNKNOWN_ALGORITHM = 0;

  /** Creates a hash. */
  public HashEntry {
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(value, "value");
  }

  /** Returns a hash by the algorithm with the number {@code algorithm}. */
  public static HashEntry of(long algorithm, Bytes value) {
    return new HashEntry((Label.OfInteger) Label.of(algorithm), value);
  }

  /** Returns a SHA-256 hash. */
  public static HashEntry sha256(Bytes value) {
    return of(Digest.SHA_256, value);
  }

  /**
   * Returns the digest; empty if the algorithm is 0, or the value is empty or not as long as its
   * algorithm makes them.
   */
  public Optional<Digest> digest() {
    if (value.isEmpty() || (algorithm.argument() == UNKNOWN_ALGORITHM && !algorithm.negative())) {
      return Optional.empty();
    }
    return Optional.of(new Digest(algorithm, value)).filter(Digest::hasSizeOfAlgorithm);
  }

  static HashEntry read(Source in) throws DecodingException {
    CborReader cbor = in.cbor();
    cbor.startArray(2);
    if (!in.isInteger()) {
      cbor.skip();
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "hash algorithm is no integer");
    }
    Label.OfInteger algorithm = (Label.OfInteger) cbor.readLabel();
    Bytes value = cbor.readBytes();
    cbor.endArray();
    HashEntry hash = new HashEntry(algorithm, value);
    if (hash.digest().isEmpty() && !algorithm.equals(Label.of(UNKNOWN_ALGORITHM))) {
      in.warn(CorimCodes.DIGEST_LENGTH, "hash is not as long as its algorithm makes them");
    }
    return hash;
  }

  void write(CborWriter out) {
    out.startArray(2).writeLabel(algorithm).writeBytes(value);
  }
}
