package org.rats4j.expat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.rats4j.core.Bytes;

/** The input of a connection whose data travels in frames. */
final class FramedInput extends InputStream {
  private final Driver driver;
  private final ReentrantLock lock = new ReentrantLock();
  private Bytes left = Bytes.EMPTY;

  FramedInput(Driver driver) {
    this.driver = driver;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    driver.requireReadable();
    if (length == 0) {
      return 0;
    }
    while (true) {
      int count = take(bytes, offset, length);
      if (count > 0) {
        return count;
      }
      Optional<Bytes> next = driver.receive();
      if (next.isEmpty()) {
        return -1;
      }
      put(next.get());
    }
  }

  private int take(byte[] bytes, int offset, int length) {
    lock.lock();
    try {
      int count = Math.min(length, left.size());
      left.slice(0, count).asByteBuffer().get(bytes, offset, count);
      left = left.slice(count, left.size() - count);
      return count;
    } finally {
      lock.unlock();
    }
  }

  private void put(Bytes next) {
    lock.lock();
    try {
      left = left.concat(next);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int available() throws IOException {
    driver.requireReadable();
    lock.lock();
    try {
      return left.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    driver.close();
  }
}
