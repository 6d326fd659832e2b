package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

class FrameTest {

  static Stream<Frame> frames() {
    return Stream.of(
        new Frame(Frame.REQUEST, Bytes.of(0x11, 0, 0, 0)),
        new Frame(Frame.REQUEST, Bytes.EMPTY),
        new Frame(Frame.AUTHENTICATOR, Bytes.copyOf(new byte[70_000])),
        new Frame(Frame.DATA, Bytes.copyOf(new byte[ExpatLimits.DEFAULT.authenticatorBytes()])),
        Frame.verdict(true),
        Frame.verdict(false));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void encodesAndDecodesTheSameFrame(Frame frame) throws Exception {
    Bytes encoded = frame.encode();

    assertEquals(frame, Frame.decode(encoded));
    assertEquals(encoded, Frame.decode(encoded).encode());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type zero                | 0000000000       | UNEXPECTED_STRUCTURE | FRAME_TYPE
          unknown type             | 0500000000       | UNEXPECTED_STRUCTURE | FRAME_TYPE
          unknown type, header cut | 09               | UNEXPECTED_STRUCTURE | FRAME_TYPE
          type above 127           | ff00000000       | UNEXPECTED_STRUCTURE | FRAME_TYPE
          one byte over the limit  | 0200040001       | LIMIT_EXCEEDED       | FRAME_TOO_LARGE
          16 MiB                   | 0201000000       | LIMIT_EXCEEDED       | FRAME_TOO_LARGE
          length above int         | 04ffffffff       | LIMIT_EXCEEDED       | FRAME_TOO_LARGE
          request over its limit   | 0100004001       | LIMIT_EXCEEDED       | FRAME_TOO_LARGE
          nothing                  | ''               | NOT_WELL_FORMED      | FRAME_TRUNCATED
          header cut               | 010000           | NOT_WELL_FORMED      | FRAME_TRUNCATED
          payload cut              | 010000000211     | NOT_WELL_FORMED      | FRAME_TRUNCATED
          verdict without byte     | 0300000000       | NOT_WELL_FORMED      | MALFORMED
          verdict of two bytes     | 03000000020101   | NOT_WELL_FORMED      | MALFORMED
          verdict 2                | 030000000102     | NOT_WELL_FORMED      | MALFORMED
          verdict 255              | 0300000001ff     | NOT_WELL_FORMED      | MALFORMED
          one byte behind          | 03000000010100   | TRAILING_DATA        | TRAILING_BYTES
          """)
  void rejects(String name, String hex, DecodingException.Reason reason, String code) {
    Bytes wire = Bytes.ofHex(hex);

    DecodingException e = assertThrows(DecodingException.class, () -> Frame.decode(wire));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals("frame", e.path());
  }

  @Test
  void isNotMadeOfWhatNobodyReads() {
    Bytes two = Bytes.of(2);

    assertThrows(IllegalArgumentException.class, () -> new Frame(0, Bytes.EMPTY));
    assertThrows(IllegalArgumentException.class, () -> new Frame(5, Bytes.EMPTY));
    assertThrows(IllegalArgumentException.class, () -> new Frame(Frame.VERDICT, Bytes.EMPTY));
    assertThrows(IllegalArgumentException.class, () -> new Frame(Frame.VERDICT, two));
  }

  @Test
  void tellsYesFromNo() {
    assertTrue(Frame.verdict(true).accepts());
    assertFalse(Frame.verdict(false).accepts());
    assertFalse(new Frame(Frame.DATA, Bytes.of(1)).accepts());
  }

  @Test
  void leavesWhatIsBehindTheFrame() throws Exception {
    FrameReader reader = new FrameReader(ExpatLimits.DEFAULT);
    ByteBuffer in = Frame.verdict(true).encode().concat(Bytes.of(1, 2, 3)).asByteBuffer();

    Optional<Frame> frame = reader.offer(in);

    assertEquals(Optional.of(Frame.verdict(true)), frame);
    assertEquals(3, in.remaining());
  }

  @Test
  void wantsNoByteBehindTheFrame() throws Exception {
    FrameReader reader = new FrameReader(ExpatLimits.DEFAULT);
    Bytes wire = new Frame(Frame.AUTHENTICATOR, Bytes.copyOf(new byte[300])).encode();
    int read = 0;
    Optional<Frame> frame = Optional.empty();

    while (frame.isEmpty()) {
      int wanted = reader.wanted();
      frame = reader.offer(wire.slice(read, wanted).asByteBuffer());
      read += wanted;
    }

    assertEquals(wire.size(), read);
  }

  @Test
  void putsFramesTogetherByteByByte() throws Exception {
    FrameReader reader = new FrameReader(ExpatLimits.DEFAULT);
    Bytes wire = Frame.verdict(false).encode().concat(new Frame(Frame.DATA, Bytes.of(7)).encode());
    Bytes seen = Bytes.EMPTY;

    for (int i = 0; i < wire.size(); i++) {
      Optional<Frame> frame = reader.offer(wire.slice(i, 1).asByteBuffer());
      seen = seen.concat(frame.map(Frame::encode).orElse(Bytes.EMPTY));
    }

    assertEquals(wire, seen);
    reader.end();
  }

  @Test
  void holdsNoMoreMemoryThanArrived() throws Exception {
    for (int i = 0; i < 20_000; i++) {
      FrameReader reader = new FrameReader(ExpatLimits.DEFAULT);
      reader.offer(Bytes.of(Frame.DATA, 0, 4, 0, 0, 1).asByteBuffer());
      OPEN[i] = reader; // 5 GiB, were the announced length believed
    }

    assertTrue(OPEN[19_999].isInsideFrame());
  }

  private static final FrameReader[] OPEN = new FrameReader[20_000];

  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] wire = new Frame(Frame.REQUEST, Bytes.copyOf(new byte[20])).encode().toByteArray();
    for (int i = 0; i < 2; i++) {
      wire[random.nextInt(i == 0 ? Frame.HEADER_BYTES : wire.length)] = (byte) random.nextInt();
    }
    try {
      Frame.decode(Bytes.copyOf(wire)).encode();
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }
}
