package org.rats4j.expat;

import java.io.IOException;
import java.io.InputStream;

/** The input of a connection whose data is not framed: that of TLS, once the gate is open. */
final class GatedInput extends InputStream {
  private final Driver driver;
  private final InputStream tls;

  GatedInput(Driver driver, InputStream tls) {
    this.driver = driver;
    this.tls = tls;
  }

  @Override
  public int read() throws IOException {
    driver.requireOpen();
    return tls.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    driver.requireOpen();
    return tls.read(bytes, offset, length);
  }

  @Override
  public int available() throws IOException {
    driver.requireOpen();
    return tls.available();
  }

  @Override
  public void close() throws IOException {
    driver.close();
  }
}
