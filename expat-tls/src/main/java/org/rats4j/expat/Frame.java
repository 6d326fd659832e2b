package org.rats4j.expat;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/**
 * What two sides say to each other over a TLS connection that is being attested. The framing is
 * that of this library: neither RFC 9261 nor draft-fossati-seat-expat-03 has one.
 *
 * <pre>{@code type (1) | length (uint32, big endian) | payload}</pre>
 *
 * @param type {@link #REQUEST}, {@link #AUTHENTICATOR}, {@link #VERDICT} or {@link #DATA}
 * @param payload what follows the length; of a verdict one byte, 1 for yes and 0 for no
 */
public record Frame(int type, Bytes payload) {
  /** An authenticator request. */
  public static final int REQUEST = 1;

  /** An authenticator, which may be an empty one. */
  public static final int AUTHENTICATOR = 2;

  /** Whether the sender accepts the last authenticator. */
  public static final int VERDICT = 3;

  /** Data of the application, where all data travels in frames. */
  public static final int DATA = 4;

  /** How many bytes stand before the payload. */
  public static final int HEADER_BYTES = 5;

  /**
   * Creates a frame.
   *
   * @throws IllegalArgumentException if there is no such type, or a verdict is not one byte 0 or 1
   */
  public Frame {
    Objects.requireNonNull(payload, "payload");
    if (type < REQUEST || type > DATA) {
      throw new IllegalArgumentException("no such type of frame");
    }
    if (type == VERDICT && (payload.size() != 1 || payload.at(0) > 1)) {
      throw new IllegalArgumentException("verdict is not one byte 0 or 1");
    }
  }

  /** Returns the frame that says yes or no to an authenticator. */
  public static Frame verdict(boolean accepted) {
    return new Frame(VERDICT, Bytes.of(accepted ? 1 : 0));
  }

  /**
   * Decodes exactly one frame under {@link ExpatLimits#DEFAULT}.
   *
   * @throws DecodingException with FRAME_TYPE, FRAME_TOO_LARGE, FRAME_TRUNCATED, TRAILING_BYTES or,
   *     for a verdict that is not 0 or 1, MALFORMED
   */
  public static Frame decode(Bytes bytes) throws DecodingException {
    var in = bytes.asByteBuffer();
    FrameReader reader = new FrameReader(ExpatLimits.DEFAULT);
    var frame = reader.offer(in);
    if (frame.isEmpty()) {
      throw FrameReader.truncated();
    }
    if (in.hasRemaining()) {
      throw Fault.TRAILING_BYTES.decoding("frame", "bytes behind the frame");
    }
    return frame.get();
  }

  /** Returns whether this is a verdict that says yes. */
  public boolean accepts() {
    return type == VERDICT && payload.at(0) == 1;
  }

  /** Encodes the frame. */
  public Bytes encode() {
    int length = payload.size();
    return Bytes.of(type, length >>> 24, length >>> 16, length >>> 8, length).concat(payload);
  }
}
