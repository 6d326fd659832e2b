package org.rats4j.pkix;

import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/**
 * A public key as X.509 writes it (RFC 5280, section 4.1).
 *
 * <pre>{@code
 * SubjectPublicKeyInfo ::= SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING }
 * }</pre>
 *
 * <p>Two are equal if they mean the same key: algorithm and bits are equal, and so are the
 * parameters, where absent ones of RSA are the same as NULL.
 */
public final class PublicKeyInfo {
  private static final Oid RSA = Oid.of("1.2.840.113549.1.1.1");

  private final Bytes encoded;
  private final Oid algorithm;
  private final @Nullable Bytes parameters;
  private final Bytes key;

  private PublicKeyInfo(Bytes encoded, Oid algorithm, @Nullable Bytes parameters, Bytes key) {
    this.encoded = encoded;
    this.algorithm = algorithm;
    this.parameters = parameters;
    this.key = key;
  }

  /**
   * Decodes exactly one key, of whatever algorithm.
   *
   * @throws DecodingException with the code {@link PkixCodes#SPKI_MALFORMED} if {@code der} is
   *     anything else
   */
  public static PublicKeyInfo decode(Bytes der) throws DecodingException {
    try {
      return read(DerValue.decode(der, EvidenceOptions.INNER, ""));
    } catch (DecodingException e) {
      throw DecodingException.of(e.reason(), PkixCodes.SPKI_MALFORMED, "", e.detail());
    }
  }

  static PublicKeyInfo read(DerValue value) throws DecodingException {
    List<DerValue> members = value.sequence();
    if (members.size() != 2) {
      throw malformed();
    }
    List<DerValue> algorithm = members.get(0).sequence();
    if (algorithm.isEmpty() || algorithm.size() > 2 || !members.get(1).is(DerValue.BIT_STRING)) {
      throw malformed();
    }
    Oid oid = algorithm.get(0).oid();
    Bytes parameters = algorithm.size() == 2 ? algorithm.get(1).encoded() : null;
    return new PublicKeyInfo(value.encoded(), oid, parameters, members.get(1).content());
  }

  private static DecodingException malformed() {
    return DecodingException.of(
        Reason.UNEXPECTED_STRUCTURE, PkixCodes.SPKI_MALFORMED, "", "no SubjectPublicKeyInfo");
  }

  /**
   * Returns {@code key} as X.509 writes it.
   *
   * @throws IllegalArgumentException if {@code key} has no such form
   */
  public static PublicKeyInfo of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      throw new IllegalArgumentException("key has no encoding");
    }
    try {
      return decode(Bytes.copyOf(encoded));
    } catch (DecodingException e) {
      throw new IllegalArgumentException("encoding of the key is no SubjectPublicKeyInfo", e);
    }
  }

  /** Returns the key as it was received. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns the algorithm. */
  public Oid algorithm() {
    return algorithm;
  }

  /** Returns the parameters of the algorithm, such as the curve, in DER. */
  public Optional<Bytes> parameters() {
    return Optional.ofNullable(parameters);
  }

  /** Returns the bits of the key, which are whole octets in all that is verified here. */
  Bytes bits() {
    return key.slice(1, key.size() - 1);
  }

  private Bytes comparableParameters() {
    if (parameters == null || algorithm.equals(RSA) && parameters.equals(Der.nothing())) {
      return Bytes.EMPTY;
    }
    return parameters;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PublicKeyInfo other
        && key.equals(other.key)
        && algorithm.equals(other.algorithm)
        && comparableParameters().equals(other.comparableParameters());
  }

  @Override
  public int hashCode() {
    return Objects.hash(algorithm, key);
  }

  /** Returns the algorithm; which key it is, tells the device. */
  @Override
  public String toString() {
    return "PublicKeyInfo[" + algorithm + "]";
  }
}
