package org.rats4j.cli;

import org.rats4j.core.Bytes;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads bytes that are written as hexadecimal digits. */
final class HexOption implements ITypeConverter<Bytes> {
  @Override
  public Bytes convert(String value) {
    try {
      return Bytes.ofHex(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("not pairs of hexadecimal digits");
    }
  }
}
