package org.rats4j.expat;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/**
 * The CertificateVerify of an authenticator.
 *
 * @param scheme a number of {@link SignatureScheme}
 * @param signature the signature
 */
record CertificateVerify(int scheme, Bytes signature) {

  static CertificateVerify decode(HandshakeMessage message) throws DecodingException {
    WireReader in = WireReader.of(message.body(), "certificate_verify");
    int scheme = in.uint16("algorithm");
    Bytes signature = in.vector16(0, "signature");
    in.end("signature");
    return new CertificateVerify(scheme, signature);
  }

  Bytes encode() {
    WireWriter out = new WireWriter();
    out.message(HandshakeMessage.CERTIFICATE_VERIFY, () -> out.uint16(scheme).vector16(signature));
    return out.toBytes();
  }
}
