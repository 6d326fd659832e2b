package org.rats4j.pkix;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.crypto.Pem;

/** Evidence and requests as text: PEM, or base64 alone. */
final class EvidenceText {
  private static final String BOUNDARY = "-----BEGIN";

  private EvidenceText() {}

  static boolean isPem(String text) {
    return text.stripLeading().startsWith(BOUNDARY);
  }

  static Bytes decode(Bytes text, String label, EvidenceOptions options) throws DecodingException {
    if (text.size() > options.decodeOptions().inputBytes()) {
      throw DecodingException.of(Reason.LIMIT_EXCEEDED, EvidenceReader.ROOT, "text is too long");
    }
    String latin = new String(text.toByteArray(), StandardCharsets.ISO_8859_1);
    return isPem(latin) ? pem(text, label, options) : base64(latin);
  }

  private static Bytes pem(Bytes text, String label, EvidenceOptions options)
      throws DecodingException {
    List<Pem> blocks;
    try {
      blocks = Pem.decode(text, options.decodeOptions());
    } catch (DecodingException e) {
      boolean limit = e.reason() == Reason.LIMIT_EXCEEDED;
      String code = limit ? PkixCodes.LIMIT_EXCEEDED : PkixCodes.BASE64_INVALID;
      throw DecodingException.of(e.reason(), code, e.path(), e.detail());
    }
    if (blocks.size() != 1 || !blocks.get(0).label().equals(label)) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE, PkixCodes.PEM_LABEL, "pem", "not one block " + label);
    }
    return blocks.get(0).content();
  }

  private static Bytes base64(String text) throws DecodingException {
    String packed = text.replaceAll("[ \\t\\r\\n]", "");
    try {
      byte[] decoded = Base64.getDecoder().decode(packed);
      if (Base64.getEncoder().encodeToString(decoded).equals(packed)) {
        return Bytes.copyOf(decoded);
      }
    } catch (IllegalArgumentException e) {
      // Not in the alphabet; the answer is below.
    }
    throw DecodingException.of(
        Reason.NOT_WELL_FORMED, PkixCodes.BASE64_INVALID, EvidenceReader.ROOT, "not base64");
  }
}
