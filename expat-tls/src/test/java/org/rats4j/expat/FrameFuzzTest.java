package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

class FrameFuzzTest {

  static Stream<byte[]> streams() {
    return Stream.concat(
        FrameTest.frames().limit(2).map(frame -> frame.encode().toByteArray()),
        Stream.of(
            Frame.verdict(true)
                .encode()
                .concat(new Frame(Frame.DATA, Bytes.ofUtf8("hello")).encode())
                .toByteArray()));
  }

  /** However the bytes arrive, the same frames come of them, and nothing of it is lost. */
  @MethodSource("streams")
  @FuzzTest
  void readsTheSameFramesInWholeAndInPieces(byte[] input) {
    assertEquals(read(input, input.length), read(input, 1));
  }

  private static Bytes read(byte[] input, int piece) {
    FrameReader reader = new FrameReader(new ExpatLimits(4096, 512, 10, 16, 64, 1024));
    Bytes frames = Bytes.EMPTY;
    int at = 0;
    try {
      while (at < input.length) {
        assertTrue(reader.wanted() > 0);
        ByteBuffer in = ByteBuffer.wrap(input, at, Math.min(piece, input.length - at));
        Optional<Frame> frame = reader.offer(in);
        at = in.position();
        frames = frames.concat(frame.map(Frame::encode).orElse(Bytes.EMPTY));
      }
    } catch (DecodingException expected) {
      return frames;
    }
    assertTrue(frames.size() <= input.length);
    return frames;
  }
}
