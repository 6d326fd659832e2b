package org.rats4j.expat;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/**
 * The Certificate of an authenticator.
 *
 * @param context the certificate_request_context
 * @param entries the entries, the signer's first
 */
record CertificateMessage(Bytes context, List<CertificateEntry> entries) {
  private static final String LIST = "certificate/certificate_list";

  static CertificateMessage decode(HandshakeMessage message, ExpatLimits limits)
      throws DecodingException {
    WireReader in = WireReader.of(message.body(), "certificate");
    Bytes context = in.vector8(0, "certificate_request_context");
    Bytes list = in.vector24(0, "certificate_list");
    in.end("certificate_list");
    WireReader items = WireReader.of(list, LIST);
    List<CertificateEntry> entries = new ArrayList<>();
    while (!items.atEnd()) {
      String position = Integer.toString(entries.size());
      Bytes certificate = items.vector24(1, position);
      Bytes block = items.vector16(0, position);
      String path = LIST + "/" + position + "/extensions";
      entries.add(new CertificateEntry(certificate, ExtensionBlock.read(block, limits, path)));
      if (entries.size() > limits.chainEntries()) {
        throw Fault.LIMIT_EXCEEDED.decoding(
            LIST, "more than " + limits.chainEntries() + " entries");
      }
    }
    if (entries.isEmpty()) {
      throw Fault.EMPTY_CERTIFICATE_LIST.decoding(LIST, "no entry, but a signature");
    }
    return new CertificateMessage(context, List.copyOf(entries));
  }

  Bytes encode() {
    WireWriter out = new WireWriter();
    out.message(
        HandshakeMessage.CERTIFICATE,
        () -> out.vector8(context).vector(3, () -> write(entries, out)));
    return out.toBytes();
  }

  private static void write(List<CertificateEntry> entries, WireWriter out) {
    for (CertificateEntry entry : entries) {
      out.vector24(entry.certificate()).extensions(entry.extensions());
    }
  }

  /** Returns the message that stands in the transcript of an empty authenticator. */
  static Bytes empty(Bytes context) {
    return new CertificateMessage(context, List.of()).encode();
  }
}
