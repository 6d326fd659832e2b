package org.rats4j.cli;

import org.xipki.pkcs11.wrapper.Logger;
import org.xipki.pkcs11.wrapper.StaticLogger;

/**
 * Keeps what the wrapper around PKCS #11 libraries logs away from standard output, where it would
 * stand in the evidence. The setting is one for the process, which is the command's own.
 */
final class SilentTokenLog implements Logger {
  private SilentTokenLog() {}

  static void install() {
    StaticLogger.setLogger(new SilentTokenLog());
  }

  @Override
  public void info(String format, Object... arguments) {}

  @Override
  public void warn(String format, Object... arguments) {}

  @Override
  public void error(String format, Object... arguments) {}

  @Override
  public void debug(String format, Object... arguments) {}

  @Override
  public void trace(String format, Object... arguments) {}

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return false;
  }

  @Override
  public boolean isWarnEnabled() {
    return false;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }
}
