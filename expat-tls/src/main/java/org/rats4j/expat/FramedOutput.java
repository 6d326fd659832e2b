package org.rats4j.expat;

import java.io.IOException;
import java.io.OutputStream;
import org.rats4j.core.Bytes;

/** The output of a connection whose data travels in frames. */
final class FramedOutput extends OutputStream {
  private final Driver driver;

  FramedOutput(Driver driver) {
    this.driver = driver;
  }

  @Override
  public void write(int value) throws IOException {
    driver.write(Bytes.of(value));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    driver.write(Bytes.copyOf(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    driver.requireOpen();
  }

  @Override
  public void close() throws IOException {
    driver.close();
  }
}
