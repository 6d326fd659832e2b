package org.rats4j.cli;

import org.rats4j.core.Bytes;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a nonce that is written as hexadecimal digits. */
final class NonceOption implements ITypeConverter<Bytes> {
  private static final int MIN = 8;
  private static final int MAX = 64;

  @Override
  public Bytes convert(String value) {
    Bytes nonce = hex(value);
    if (nonce.size() < MIN || nonce.size() > MAX) {
      throw new TypeConversionException("a nonce has " + MIN + " to " + MAX + " bytes");
    }
    return nonce;
  }

  private static Bytes hex(String value) {
    try {
      return Bytes.ofHex(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("not pairs of hexadecimal digits");
    }
  }
}
