package org.rats4j.core.cose;

import java.util.Set;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.crypto.Algorithms;

/** What tells the three messages apart (RFC 9052, sections 2, 4.4 and 6.3). */
enum CoseForm {
  SIGN1(18, "COSE_Sign1", "Signature1"),
  SIGN(98, "COSE_Sign", "Signature"),
  MAC0(17, "COSE_Mac0", "MAC0");

  private static final Set<Long> ENCRYPTED_OR_WITH_RECIPIENTS = Set.of(16L, 96L, 97L);
  private static final Set<Long> VERIFY_ONLY =
      Set.of(Algorithms.RS256, Algorithms.RS384, Algorithms.RS512);
  final long tag;
  final String title;
  final String context;

  CoseForm(long tag, String title, String context) {
    this.tag = tag;
    this.title = title;
    this.context = context;
  }

  boolean canVerifyWith(long algorithm) {
    return this == MAC0 ? Algorithms.isMac(algorithm) : Algorithms.isSignature(algorithm);
  }

  boolean canSignWith(long algorithm) {
    return canVerifyWith(algorithm) && !VERIFY_ONLY.contains(algorithm);
  }

  /** Reads the tag, as far as one has to be there. */
  void readTag(CborReader in, CoseTag expected) throws DecodingException {
    if (in.peekType() != CborType.TAG) {
      if (expected == CoseTag.REQUIRED) {
        in.deviation(
            CoseLeniencies.UNTAGGED, Reason.UNEXPECTED_STRUCTURE, title + " is not tagged");
      }
      return;
    }
    long found = in.readTag();
    if (expected == CoseTag.ABSENT) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, title + " is tagged where no tag is due");
    }
    if (found != tag) {
      throw refuse(in, found);
    }
  }

  /** Reads the tag of a message whose form nobody states. */
  static CoseForm readTag(CborReader in) throws DecodingException {
    if (in.peekType() != CborType.TAG) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE,
          CoseLeniencies.UNTAGGED.code(),
          "the message is not tagged, and nobody states its type");
    }
    long found = in.readTag();
    for (CoseForm form : values()) {
      if (form.tag == found) {
        return form;
      }
    }
    throw refuse(in, found);
  }

  private static DecodingException refuse(CborReader in, long tag) {
    return ENCRYPTED_OR_WITH_RECIPIENTS.contains(tag)
        ? in.fail(Reason.UNSUPPORTED, "encryption and recipients are not implemented")
        : in.fail(Reason.UNEXPECTED_STRUCTURE, "the tag is not that of the message");
  }
}
