package org.rats4j.expat;

import java.io.IOException;
import java.io.OutputStream;

/** The output of a connection whose data is not framed: that of TLS, once the gate is open. */
final class GatedOutput extends OutputStream {
  private final Driver driver;
  private final OutputStream tls;

  GatedOutput(Driver driver, OutputStream tls) {
    this.driver = driver;
    this.tls = tls;
  }

  @Override
  public void write(int value) throws IOException {
    driver.requireOpen();
    tls.write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    driver.requireOpen();
    tls.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    driver.requireOpen();
    tls.flush();
  }

  @Override
  public void close() throws IOException {
    driver.close();
  }
}
