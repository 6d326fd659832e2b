package org.rats4j.ear;

import java.util.Locale;
import java.util.Optional;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;

/**
 * The media types of EARs (RFC 9782): those of EAT, with the profile as parameter. The drafts print
 * {@code application/eat-jwt} and {@code application/eat-cwt}, which nobody registered; they are
 * recognised and not written.
 */
public final class EarMediaTypes {
  private EarMediaTypes() {}

  /** Returns the media type of a token of {@code profile}. */
  public static MediaType of(Encoding encoding, String profile) {
    String quoted = profile.replace("\\", "\\\\").replace("\"", "\\\"");
    String type = encoding == Encoding.CBOR ? "application/eat+cwt" : "application/eat+jwt";
    return MediaType.of(type + "; eat_profile=\"" + quoted + "\"");
  }

  /** Returns the encoding of tokens of {@code type}; empty if it is none of a token. */
  public static Optional<Encoding> encodingOf(MediaType type) {
    String text = type.toString();
    int end = text.indexOf(';');
    String essence = (end < 0 ? text : text.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    return switch (essence) {
      case "application/eat+jwt", "application/eat-jwt" -> Optional.of(Encoding.JSON);
      case "application/eat+cwt", "application/eat-cwt" -> Optional.of(Encoding.CBOR);
      default -> Optional.empty();
    };
  }

  /** Returns {@code token} in a conceptual message wrapper, marked as attestation results. */
  public static CmwRecord wrap(Bytes token, Encoding encoding, String profile) {
    return CmwRecord.of(of(encoding, profile), token)
        .withIndicator(CmwIndicator.ATTESTATION_RESULTS);
  }
}
