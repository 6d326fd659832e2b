package org.rats4j.cli;

import org.rats4j.eat.SecureChannelAssertion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A channel and the peer at its other end, such as {@code mTLS=CN=device 7}. */
final class ChannelOption implements ITypeConverter<SecureChannelAssertion> {
  @Override
  public SecureChannelAssertion convert(String value) {
    int end = value.indexOf('=');
    if (end < 0 || value.substring(0, end).isBlank() || value.substring(end + 1).isBlank()) {
      throw new TypeConversionException("not CHANNEL=PEER, such as mTLS=device7");
    }
    return SecureChannelAssertion.integrityProtected(
        value.substring(0, end), value.substring(end + 1));
  }
}
