package org.rats4j.eat;

import java.util.List;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborReader;

/** The CBOR tags of tokens. */
final class EatTags {
  /** A CWT (RFC 8392, section 6). */
  static final long CWT = 61;

  /** Unprotected claims (RFC 9781, section 2). */
  static final long UCCS = 601;

  /** A detached EAT bundle (RFC 9711, section 5). */
  static final long BUNDLE = 602;

  /** CBOR of any kind (RFC 8949, section 3.4.6). */
  static final long SELF_DESCRIBED = 55799;

  /** COSE messages of all kinds (RFC 9052, section 2). */
  static final Set<Long> COSE = Set.of(16L, 17L, 18L, 96L, 97L, 98L);

  /** A COSE message that is encrypted for one (RFC 9052, section 5.2). */
  static final long ENCRYPT0 = 16;

  /** A COSE message that is encrypted for several (RFC 9052, section 5.1). */
  static final long ENCRYPT = 96;

  private static final List<Long> ENCRYPTED = List.of(ENCRYPT0, ENCRYPT);

  // Heads of tags: the number itself below 24, or in 1, 2, 4 or 8 bytes behind.
  private static final int FIRST_TAG = 0xc0;
  private static final int BEHIND_TAGS = 0xe0;
  private static final int ONE_BYTE = 24;
  private static final int EIGHT_BYTES = 27;

  private EatTags() {}

  /**
   * Passes one tag 55799.
   *
   * @throws DecodingException with BAD_TAG_NESTING if there are two
   */
  static void skipSelfDescription(CborReader in) throws DecodingException {
    boolean selfDescribed = in.tryTag(SELF_DESCRIBED);
    if (selfDescribed && in.tryTag(SELF_DESCRIBED)) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, EatCodes.BAD_TAG_NESTING, "tag 55799 twice");
    }
  }

  /** Returns whether some tag stands in front. */
  static boolean isTagged(Bytes encoded) {
    return !encoded.isEmpty() && encoded.at(0) >= FIRST_TAG && encoded.at(0) < BEHIND_TAGS;
  }

  /** Returns whether {@code encoded} is an encrypted message with tag 61. */
  static boolean isEncryptedCwt(Bytes encoded) {
    int at = behindTag(encoded, behindTag(encoded, 0, SELF_DESCRIBED), CWT);
    return ENCRYPTED.stream().anyMatch(tag -> isOn(encoded.slice(at, encoded.size() - at), tag));
  }

  /** Returns whether {@code tag} stands in front of something, a tag 55799 aside. */
  static boolean isOn(Bytes encoded, long tag) {
    int at = behindTag(encoded, 0, SELF_DESCRIBED);
    int behind = behindTag(encoded, at, tag);
    return behind > at && behind < encoded.size();
  }

  /** Returns where the head of {@code tag} at {@code at} ends; {@code at} if it is not there. */
  private static int behindTag(Bytes encoded, int at, long tag) {
    int size = encoded.size() - at;
    int info = size == 0 ? EIGHT_BYTES + 1 : encoded.at(at) - FIRST_TAG;
    int length = info < ONE_BYTE ? 0 : 1 << (info - ONE_BYTE);
    if (info < 0 || info > EIGHT_BYTES || size <= length) {
      return at;
    }
    long found = length == 0 ? info : 0;
    for (int i = 1; i <= length; i++) {
      found = found << Byte.SIZE | encoded.at(at + i);
    }
    return found == tag ? at + 1 + length : at;
  }
}
