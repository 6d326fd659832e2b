package org.rats4j.ear;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.core.json.Base64Url;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;

/** Compares nonces, in a time that does not depend on where they differ. */
final class NonceMatch {
  /** Verifiers write the nonce in every form of base64, and its bytes are what counts. */
  private static final DecodeOptions ANY_BASE64 =
      DecodeOptions.builder()
          .allow(Leniency.BASE64_PADDED, Leniency.BASE64_STANDARD_ALPHABET)
          .build();

  private NonceMatch() {}

  /**
   * Returns whether {@code expected} is among {@code received}.
   *
   * @param asText whether a text may also be the nonce itself
   */
  static boolean contains(Nonces received, Bytes expected, boolean asText) {
    boolean found = false;
    for (Nonce nonce : received.values()) {
      found |= matches(nonce, expected, asText);
    }
    return found;
  }

  private static boolean matches(Nonce received, Bytes expected, boolean asText) {
    if (received.bytes().isPresent()) {
      return received.bytes().get().equalsInConstantTime(expected);
    }
    String text = received.jsonText();
    boolean itself = asText && Bytes.ofUtf8(text).equalsInConstantTime(expected);
    return itself || isDecoded(text, expected);
  }

  private static boolean isDecoded(String text, Bytes expected) {
    try {
      return Base64Url.decode(text, "eat_nonce", new Findings(ANY_BASE64))
          .equalsInConstantTime(expected);
    } catch (DecodingException noBase64) {
      return false;
    }
  }
}
