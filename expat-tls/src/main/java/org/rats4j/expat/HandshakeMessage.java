package org.rats4j.expat;

import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/**
 * A handshake message (RFC 8446, section 4): type, uint24 length, body.
 *
 * @param type the HandshakeType
 * @param encoded the message as received, header included; what enters the transcript
 * @param body what is behind the header
 */
record HandshakeMessage(int type, Bytes encoded, Bytes body) {
  static final int CERTIFICATE = 11;
  static final int CERTIFICATE_REQUEST = 13;
  static final int CERTIFICATE_VERIFY = 15;
  static final int CLIENT_CERTIFICATE_REQUEST = 17;
  static final int FINISHED = 20;

  /** Reads the message at {@code offset}, which must be of one of these types. */
  static HandshakeMessage read(Bytes input, int offset, Set<Integer> types, String path)
      throws DecodingException {
    if (offset == input.size()) {
      throw Fault.UNEXPECTED_MESSAGE.decoding(path, "no message where one is due");
    }
    Bytes rest = input.slice(offset, input.size() - offset);
    WireReader in = WireReader.of(rest, path);
    int type = in.uint8("msg_type");
    if (!types.contains(type)) {
      throw Fault.UNEXPECTED_MESSAGE.decoding(path, "handshake type " + type + " is not due here");
    }
    Bytes body = in.vector24(0, "length");
    return new HandshakeMessage(type, rest.slice(0, in.position()), body);
  }
}
