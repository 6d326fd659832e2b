package org.rats4j.cli.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.der.Der;

/**
 * The parameters of RSASSA-PSS (RFC 4055, section 3.1), of which those have a number in COSE that
 * use one hash for all and a salt of its size.
 *
 * <pre>{@code
 * RSASSA-PSS-params ::= SEQUENCE {
 *   hashAlgorithm    [0] HashAlgorithm, maskGenAlgorithm [1] MaskGenAlgorithm,
 *   saltLength       [2] INTEGER,       trailerField     [3] INTEGER DEFAULT 1 }
 * }</pre>
 */
final class PssParameters {
  static final Oid ALGORITHM = Oid.of("1.2.840.113549.1.1.10");

  private static final Oid MASK_GENERATION = Oid.of("1.2.840.113549.1.1.8");

  /** Hashes may have NULL as parameter or none; both occur, and mean the same. */
  private static final Map<Bytes, Long> NUMBERS =
      Map.of(
          of("2.16.840.1.101.3.4.2.1", 32, Der.nothing()), Algorithms.PS256,
          of("2.16.840.1.101.3.4.2.2", 48, Der.nothing()), Algorithms.PS384,
          of("2.16.840.1.101.3.4.2.3", 64, Der.nothing()), Algorithms.PS512,
          of("2.16.840.1.101.3.4.2.1", 32, Bytes.EMPTY), Algorithms.PS256,
          of("2.16.840.1.101.3.4.2.2", 48, Bytes.EMPTY), Algorithms.PS384,
          of("2.16.840.1.101.3.4.2.3", 64, Bytes.EMPTY), Algorithms.PS512);

  private PssParameters() {}

  /** Returns the number of the algorithm with these parameters, if it has one. */
  static Optional<Long> number(Bytes parameters) {
    return Optional.ofNullable(NUMBERS.get(parameters));
  }

  private static Bytes of(String hashName, int saltBytes, Bytes hashParameters) {
    Bytes hash = Der.sequence(Der.oid(Oid.of(hashName)), hashParameters);
    Bytes mask = Der.sequence(Der.oid(MASK_GENERATION), hash);
    return Der.sequence(
        Der.context(0, List.of(hash)),
        Der.context(1, List.of(mask)),
        Der.context(2, List.of(Der.integer(saltBytes))));
  }
}
