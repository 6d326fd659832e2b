package org.rats4j.expat;

import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/**
 * The messages of an authenticator (RFC 9261, section 5), cut apart: Certificate, CertificateVerify
 * and Finished, or Finished alone.
 *
 * @param signed the first two messages; empty for an empty authenticator
 * @param finished the last message
 */
record Flight(Optional<Signed> signed, HandshakeMessage finished) {

  /**
   * The messages of an authenticator that has a signature.
   *
   * @param certificate the Certificate
   * @param certificateVerify the CertificateVerify
   */
  record Signed(HandshakeMessage certificate, HandshakeMessage certificateVerify) {}

  static Flight read(Bytes input, ExpatLimits limits) throws DecodingException {
    if (input.size() > limits.authenticatorBytes()) {
      throw Fault.LIMIT_EXCEEDED.decoding(
          "", "authenticator has more than " + limits.authenticatorBytes() + " bytes");
    }
    HandshakeMessage first =
        HandshakeMessage.read(
            input,
            0,
            Set.of(HandshakeMessage.CERTIFICATE, HandshakeMessage.FINISHED),
            "authenticator");
    if (first.type() == HandshakeMessage.FINISHED) {
      return new Flight(Optional.empty(), last(input, first, first.encoded().size()));
    }
    int end = first.encoded().size();
    HandshakeMessage second =
        HandshakeMessage.read(
            input, end, Set.of(HandshakeMessage.CERTIFICATE_VERIFY), "certificate_verify");
    end += second.encoded().size();
    HandshakeMessage third =
        HandshakeMessage.read(input, end, Set.of(HandshakeMessage.FINISHED), "finished");
    end += third.encoded().size();
    return new Flight(Optional.of(new Signed(first, second)), last(input, third, end));
  }

  private static HandshakeMessage last(Bytes input, HandshakeMessage finished, int end)
      throws DecodingException {
    if (end != input.size()) {
      throw Fault.TRAILING_BYTES.decoding("", "bytes behind Finished");
    }
    return finished;
  }
}
