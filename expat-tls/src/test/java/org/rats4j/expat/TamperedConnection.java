package org.rats4j.expat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSession;
import org.rats4j.core.DecodingException;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsExporter;

/** A connection of which somebody between application and TLS changes the frames that go out. */
final class TamperedConnection implements TlsConnection {
  private final TlsConnection tls;
  private final UnaryOperator<Frame> change;
  private final TlsExporter exporter;

  TamperedConnection(TlsConnection tls, UnaryOperator<Frame> change) {
    this(tls, change, tls.exporter());
  }

  TamperedConnection(TlsConnection tls, UnaryOperator<Frame> change, TlsExporter exporter) {
    this.tls = tls;
    this.change = change;
    this.exporter = exporter;
  }

  @Override
  public OutputStream output() {
    FrameReader reader = new FrameReader(ExpatLimits.DEFAULT);
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        try {
          while (in.hasRemaining()) {
            Optional<Frame> frame = reader.offer(in);
            if (frame.isPresent()) {
              tls.output().write(change.apply(frame.get()).encode().toByteArray());
              tls.output().flush();
            }
          }
        } catch (DecodingException e) {
          throw new IOException(e);
        }
      }
    };
  }

  @Override
  public InputStream input() {
    return tls.input();
  }

  @Override
  public TlsExporter exporter() {
    return exporter;
  }

  @Override
  public SSLSession session() {
    return tls.session();
  }

  @Override
  public void setReadTimeout(Duration timeout) throws IOException {
    tls.setReadTimeout(timeout);
  }

  @Override
  public void close() throws IOException {
    tls.close();
  }
}
