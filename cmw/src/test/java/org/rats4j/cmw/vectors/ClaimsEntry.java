package org.rats4j.cmw.vectors;

import org.rats4j.cmw.CmwClaims;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cose.CoseExpectations;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.CoseTag;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsExpectations;
import org.rats4j.core.json.JsonReader;
import org.rats4j.test.vectors.VectorEntry;

/** Kinds of claims-sets with the {@code cmw} claim; the other claims are not looked at. */
public final class ClaimsEntry {
  private static final long CWT_TAG = 61;

  private ClaimsEntry() {}

  /** Checks an entry of kind {@code cwt-claims}. */
  public static void checkCwtClaims(VectorEntry entry) throws Exception {
    Bytes claims = Bytes.copyOf(entry.content());
    Decoding.check(
        entry, (options, findings) -> readCbor(CborReader.of(claims, options, "cwt", findings)));
  }

  /** Checks an entry of kind {@code jwt-claims}. */
  public static void checkJwtClaims(VectorEntry entry) throws Exception {
    Bytes claims = Bytes.copyOf(entry.content());
    Decoding.check(
        entry, (options, findings) -> readJson(JsonReader.of(claims, options, "jwt", findings)));
  }

  /** Checks an entry of kind {@code cwt}. */
  public static void checkCwt(VectorEntry entry) throws Exception {
    CoseExpectations expected = CoseExpectations.builder().key(VectorKeys.of(entry)).build();
    Bytes token = Bytes.copyOf(entry.content());
    Decoding.check(
        entry,
        (options, findings) -> {
          CborReader in = CborReader.of(token, options, "cwt", findings);
          in.tryTag(CWT_TAG);
          Bytes claims = CoseSign1.read(in, CoseTag.REQUIRED).verify(expected).payload();
          readCbor(CborReader.of(claims, options, "cwt", findings));
        });
  }

  /** Checks an entry of kind {@code jwt}. */
  public static void checkJwt(VectorEntry entry) throws Exception {
    JwsExpectations expected = JwsExpectations.builder().key(VectorKeys.of(entry)).build();
    Decoding.check(
        entry,
        (options, findings) -> {
          Bytes claims = Jws.decode(entry.content(), CmwOptions.STRICT).verify(expected).payload();
          readJson(JsonReader.of(claims, options, "jwt", findings));
        });
  }

  private static void readCbor(CborReader in) throws DecodingException {
    in.startMap();
    while (in.hasNext()) {
      if (in.readLabel().equals(Label.of(CmwClaims.CWT))) {
        CmwClaims.CODEC.readCbor(in);
      } else {
        in.skip();
      }
    }
  }

  private static void readJson(JsonReader in) throws DecodingException {
    in.startObject();
    while (in.hasNext()) {
      if (in.readName().equals(CmwClaims.JWT)) {
        CmwClaims.CODEC.readJson(in);
      } else {
        in.skip();
      }
    }
  }
}
