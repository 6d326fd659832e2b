package org.rats4j.expat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.expat.tls.TlsConnection;

/** An endpoint that holds a TLS connection and does with it whatever a test wants. */
final class RawPeer {
  final TlsConnection tls;
  final ExportedAuthenticators authenticators;

  RawPeer(TlsConnection tls) throws RatsException {
    this.tls = tls;
    authenticators = ExportedAuthenticators.of(tls.exporter(), ExpatOptions.of(TestSide.PROFILE));
  }

  /** What an attacker does. */
  @FunctionalInterface
  interface Attack {
    void run(RawPeer peer) throws Exception;
  }

  void send(int type, Bytes payload) throws IOException {
    sendBytes(new Frame(type, payload).encode());
  }

  void sendBytes(Bytes bytes) throws IOException {
    tls.output().write(bytes.toByteArray());
    tls.output().flush();
  }

  Frame receive() throws IOException, RatsException {
    FrameReader reader = new FrameReader(ExpatLimits.DEFAULT);
    while (true) {
      byte[] bytes = tls.input().readNBytes(reader.wanted());
      if (bytes.length == 0) {
        throw new EOFException();
      }
      Optional<Frame> frame = reader.offer(ByteBuffer.wrap(bytes));
      if (frame.isPresent()) {
        return frame.get();
      }
    }
  }

  /** Returns the request that the peer sent. */
  AuthenticatorRequest request() throws IOException, RatsException {
    return authenticators.accept(receive().payload());
  }

  /** Answers the next request of the peer as {@code identity}. */
  Bytes answer(Identity identity, AttestationProvider provider) throws IOException, RatsException {
    Bytes answer = authenticators.authenticate(request(), List.of(identity), provider);
    send(Frame.AUTHENTICATOR, answer);
    return answer;
  }
}
