package org.rats4j.corim.internal;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimCodes;

/** Digests, and lists of them in which each algorithm stands once. */
public final class Digests {
  private Digests() {}

  /** Reads a digest. */
  public static Digest read(Source in) throws DecodingException {
    Digest digest = Digest.readOfAnySize(in.cbor());
    if (!digest.hasSizeOfAlgorithm()) {
      in.warn(CorimCodes.DIGEST_LENGTH, "digest is not as long as its algorithm makes them");
    }
    return digest;
  }

  /** Reads a list of at least one. */
  public static List<Digest> list(Source in) throws DecodingException {
    List<Digest> digests = in.list("digests", Digests::read);
    if (digests.size() > 1) {
      checkAlgorithms(in, digests);
    }
    return digests;
  }

  private static void checkAlgorithms(Source in, List<Digest> digests) throws DecodingException {
    Set<Label> names = new HashSet<>();
    Set<Integer> known = new HashSet<>();
    for (Digest digest : digests) {
      if (!names.add(digest.algorithm())) {
        throw in.fail(
            Reason.INVALID_VALUE,
            CorimCodes.DUPLICATE_DIGEST_ALGORITHM,
            "two digests of algorithm " + digest.algorithm());
      }
      OptionalInt number = digest.knownAlgorithm();
      if (number.isPresent() && !known.add(number.getAsInt())) {
        in.warn(CorimCodes.DIGEST_ALG_ALIAS, "two names of digest algorithm " + number.getAsInt());
      }
    }
  }

  /** Writes a list. */
  public static void write(List<Digest> digests, CborWriter out) {
    out.startArray(digests.size());
    for (Digest digest : digests) {
      digest.write(out);
    }
  }
}
