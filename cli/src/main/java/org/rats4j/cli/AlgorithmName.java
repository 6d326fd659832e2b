package org.rats4j.cli;

import java.util.Map;
import java.util.OptionalLong;
import org.rats4j.core.crypto.Algorithms;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An algorithm that is named on the command line.
 *
 * @param algorithm its number from the IANA COSE Algorithms registry
 */
record AlgorithmName(long algorithm) {
  /** Names of COSE that JOSE does not know. */
  private static final Map<String, Long> COSE_NAMES =
      Map.of(
          "ESP256", Algorithms.ESP256,
          "ESP384", Algorithms.ESP384,
          "ESP512", Algorithms.ESP512,
          "HMAC256/64", Algorithms.HMAC_256_64);

  /** Reads a name or a number. */
  static final class Converter implements ITypeConverter<AlgorithmName> {
    @Override
    public AlgorithmName convert(String name) {
      if (name.matches("-?[0-9]{1,6}")) {
        return new AlgorithmName(Long.parseLong(name));
      }
      Long number = COSE_NAMES.get(name);
      OptionalLong algorithm =
          number == null ? Algorithms.ofJoseName(name) : OptionalLong.of(number);
      return new AlgorithmName(
          algorithm.orElseThrow(() -> new TypeConversionException("unknown algorithm")));
    }
  }
}
