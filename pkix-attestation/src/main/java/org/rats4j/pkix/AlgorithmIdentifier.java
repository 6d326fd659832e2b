package org.rats4j.pkix;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/**
 * The algorithm of a signature (RFC 5280, section 4.1.1.2).
 *
 * <pre>
 * {@code AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }}
 * </pre>
 */
public final class AlgorithmIdentifier {
  private final Bytes encoded;
  private final Oid algorithm;
  private final @Nullable Bytes parameters;

  private AlgorithmIdentifier(Bytes encoded, Oid algorithm, @Nullable Bytes parameters) {
    this.encoded = encoded;
    this.algorithm = algorithm;
    this.parameters = parameters;
  }

  /** Returns {@code algorithm} without parameters. */
  public static AlgorithmIdentifier of(Oid algorithm) {
    return new AlgorithmIdentifier(Der.sequence(Der.oid(algorithm)), algorithm, null);
  }

  /**
   * Returns {@code algorithm} with parameters.
   *
   * @param parameters one value in DER
   * @throws IllegalArgumentException if they are anything else
   */
  public static AlgorithmIdentifier of(Oid algorithm, Bytes parameters) {
    try {
      DerValue.decode(parameters, DecodeOptions.STRICT, "parameters");
    } catch (DecodingException e) {
      throw new IllegalArgumentException("parameters are not one value in DER", e);
    }
    return new AlgorithmIdentifier(
        Der.sequence(Der.oid(algorithm), parameters), algorithm, parameters);
  }

  static AlgorithmIdentifier read(DerValue value, String path) throws DecodingException {
    List<DerValue> members = Faults.closed(value, 1, 2, path);
    return new AlgorithmIdentifier(
        value.encoded(),
        TbsReader.oid(members.get(0), path),
        members.size() == 2 ? members.get(1).encoded() : null);
  }

  /** Returns the algorithm. */
  public Oid algorithm() {
    return algorithm;
  }

  /** Returns the parameters in DER. */
  public Optional<Bytes> parameters() {
    return Optional.ofNullable(parameters);
  }

  /** Returns the identifier in DER. */
  public Bytes encoded() {
    return encoded;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof AlgorithmIdentifier other && encoded.equals(other.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  /** Returns the algorithm in dotted text. */
  @Override
  public String toString() {
    return algorithm.toString();
  }
}
