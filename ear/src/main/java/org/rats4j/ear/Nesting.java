package org.rats4j.ear;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.eat.RawClaim;

/** Tells nested results from appraisals (editor's copy after draft-ietf-rats-ear-04). */
final class Nesting {
  private Nesting() {}

  /** Returns whether the map at which {@code in} stands is an EAR; moves {@code in}. */
  static boolean isEar(Source in) throws DecodingException {
    Encoding encoding = in.encoding();
    Label profile = EarClaim.PROFILE.label(encoding, EarDialect.IETF_04);
    Label issuedAt = EarClaim.ISSUED_AT.label(encoding, EarDialect.IETF_04);
    Label submods = EarClaim.SUBMODS.label(encoding, EarDialect.IETF_04);
    int marks = 0;
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readKey();
      if (label.equals(profile) || label.equals(issuedAt) || label.equals(submods)) {
        marks++;
      }
      in.skip();
    }
    return marks == 3;
  }

  /** Reads a token of another verifier, unverified. */
  static NestedEarToken readToken(Source in) throws DecodingException {
    if (in.encoding() == Encoding.JSON) {
      return readJwt(in);
    }
    if (in.shape() == Source.Shape.BYTES) {
      return new NestedEarToken(Encoding.CBOR, in.readBytes());
    }
    if (in.shape() == Source.Shape.TAGGED && in.readRaw() instanceof RawClaim.OfCbor cose) {
      return new NestedEarToken(Encoding.CBOR, cose.encoded());
    }
    throw notNested(in);
  }

  private static NestedEarToken readJwt(Source in) throws DecodingException {
    if (in.shape() != Source.Shape.ARRAY || in.startArray() != 2) {
      throw notNested(in);
    }
    if (!in.readText().equals("JWT")) {
      throw notNested(in);
    }
    String jwt = in.readText();
    in.endArray();
    return new NestedEarToken(Encoding.JSON, Bytes.ofUtf8(jwt));
  }

  private static DecodingException notNested(Source in) {
    return in.fail(
        Reason.UNEXPECTED_STRUCTURE,
        EarCodes.EAR_NESTING,
        "submodule is neither appraisal nor nested result");
  }
}
