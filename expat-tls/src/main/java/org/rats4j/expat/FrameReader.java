package org.rats4j.expat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/**
 * Puts frames together from the bytes as they arrive, without input of its own.
 *
 * <p>It never takes a byte behind the frame: what follows may belong to the application. A length
 * is compared with its limit before anything is allocated, and memory grows with what arrived, not
 * with what was announced. Not safe for use by several threads.
 */
public final class FrameReader {
  private static final int FIRST_CHUNK = 4096;

  private final ExpatLimits limits;
  private final byte[] header = new byte[Frame.HEADER_BYTES];
  private int headerRead;
  private byte[] payload = new byte[0];
  private int payloadRead;
  private int length;

  /** Creates a reader. */
  public FrameReader(ExpatLimits limits) {
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  /** Returns how many bytes may be read before it is known whether the frame needs more: over 0. */
  public int wanted() {
    return headerRead < header.length ? header.length - headerRead : length - payloadRead;
  }

  /** Returns whether some bytes of a frame have arrived, but not all. */
  public boolean isInsideFrame() {
    return headerRead > 0;
  }

  /**
   * Takes bytes from {@code in}, up to the end of one frame.
   *
   * @return the frame, once it is whole
   * @throws DecodingException with FRAME_TYPE, FRAME_TOO_LARGE or, for a verdict that is not 0 or
   *     1, MALFORMED; the reader is of no use after that
   */
  public Optional<Frame> offer(ByteBuffer in) throws DecodingException {
    if (headerRead < header.length) {
      int count = Math.min(in.remaining(), header.length - headerRead);
      in.get(header, headerRead, count);
      headerRead += count;
      checkHeader();
    }
    if (headerRead < header.length) {
      return Optional.empty();
    }
    readPayload(in);
    return payloadRead < length ? Optional.empty() : Optional.of(frame());
  }

  /**
   * Takes note that no more bytes will come.
   *
   * @throws DecodingException with FRAME_TRUNCATED if a frame has begun
   */
  public void end() throws DecodingException {
    if (isInsideFrame()) {
      throw truncated();
    }
  }

  static DecodingException truncated() {
    return Fault.FRAME_TRUNCATED.decoding("frame", "peer closed inside a frame");
  }

  private void checkHeader() throws DecodingException {
    if (headerRead == 0) {
      return;
    }
    int type = header[0];
    if (type < Frame.REQUEST || type > Frame.DATA) {
      throw Fault.FRAME_TYPE.decoding("frame", "no such type of frame");
    }
    if (headerRead < header.length) {
      return;
    }
    long announced = ByteBuffer.wrap(header).getInt(1) & 0xffff_ffffL;
    int limit = type == Frame.REQUEST ? limits.requestBytes() : limits.authenticatorBytes();
    if (announced > limit) {
      throw Fault.FRAME_TOO_LARGE.decoding("frame", "frame has more than " + limit + " bytes");
    }
    length = (int) announced;
    if (type == Frame.VERDICT && length != 1) {
      throw badVerdict();
    }
  }

  private void readPayload(ByteBuffer in) {
    int count = Math.min(in.remaining(), length - payloadRead);
    if (payloadRead + count > payload.length) {
      int doubled = Math.max(FIRST_CHUNK, 2 * payload.length);
      payload = Arrays.copyOf(payload, Math.min(length, Math.max(doubled, payloadRead + count)));
    }
    in.get(payload, payloadRead, count);
    payloadRead += count;
  }

  private Frame frame() throws DecodingException {
    int type = header[0];
    if (type == Frame.VERDICT && (payload[0] & 0xff) > 1) {
      throw badVerdict();
    }
    Frame frame = new Frame(type, Bytes.copyOf(payload, 0, length));
    headerRead = 0;
    payload = new byte[0];
    payloadRead = 0;
    length = 0;
    return frame;
  }

  private static DecodingException badVerdict() {
    return Fault.MALFORMED.decoding("frame", "verdict is not one byte 0 or 1");
  }
}
