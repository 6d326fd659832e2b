package org.rats4j.ear;

import java.time.Instant;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.RawClaim;

/** A claims-set on its way out, in either encoding. */
abstract class Sink {
  static Sink of(Encoding encoding) {
    return encoding == Encoding.CBOR ? new OfCbor() : new OfJson();
  }

  abstract Encoding encoding();

  abstract void startMap();

  /** Writes a key; in JSON a text label. */
  abstract void key(Label label);

  abstract void endMap();

  abstract void startArray();

  abstract void endArray();

  abstract void text(String value);

  abstract void bytes(Bytes value);

  abstract void status(TrustTier value);

  abstract void time(Instant value);

  abstract void claim(int value);

  abstract void profile(ProfileId value);

  abstract void nonce(Nonce value);

  abstract <T> void value(ValueCodec<T> codec, T value);

  abstract void token(NestedEarToken token);

  /** Writes what was received, which has to be of this encoding. */
  abstract void raw(RawClaim value);

  abstract Bytes toBytes();

  final void nonces(Nonces nonces) {
    if (nonces.values().size() == 1) {
      nonce(nonces.values().get(0));
      return;
    }
    startArray();
    nonces.values().forEach(this::nonce);
    endArray();
  }

  /** Writes the entries of a map that was started. */
  final void entries(ClaimMap claims) {
    claims
        .values()
        .keySet()
        .forEach(
            key ->
                entry(
                    key.labelIn(encoding())
                        .orElseThrow(() -> noForm(encoding(), "claim " + key.name())),
                    key,
                    claims));
    rawEntries(claims);
  }

  /** Writes the entries of a map that was started and whose keys are text in either encoding. */
  final void namedEntries(ClaimMap claims) {
    claims.values().keySet().forEach(key -> entry(Label.of(key.name()), key, claims));
    rawEntries(claims);
  }

  private void rawEntries(ClaimMap claims) {
    claims
        .raw()
        .forEach(
            (label, value) -> {
              key(label);
              raw(value);
            });
  }

  private <T> void entry(Label label, ClaimKey<T> key, ClaimMap claims) {
    key(label);
    value(key.codec(), claims.known(key).orElseThrow());
  }

  static IllegalArgumentException noForm(Encoding encoding, String what) {
    return new IllegalArgumentException(encoding + " has no form for " + what);
  }

  private static final class OfJson extends Sink {
    private final JsonWriter out = new JsonWriter();

    @Override
    Encoding encoding() {
      return Encoding.JSON;
    }

    @Override
    void startMap() {
      out.startObject();
    }

    @Override
    void key(Label label) {
      if (!(label instanceof Label.OfText name)) {
        throw noForm(Encoding.JSON, "the key " + label);
      }
      out.writeName(name.value());
    }

    @Override
    void endMap() {
      out.endObject();
    }

    @Override
    void startArray() {
      out.startArray();
    }

    @Override
    void endArray() {
      out.endArray();
    }

    @Override
    void text(String value) {
      out.writeText(value);
    }

    @Override
    void bytes(Bytes value) {
      out.writeBase64Url(value);
    }

    @Override
    void status(TrustTier value) {
      out.writeText(value.wireName());
    }

    @Override
    void time(Instant value) {
      out.writeInt(value.getEpochSecond());
    }

    @Override
    void claim(int value) {
      out.writeInt(value);
    }

    @Override
    void profile(ProfileId value) {
      out.writeText(value.toString());
    }

    @Override
    void nonce(Nonce value) {
      out.writeText(value.jsonText());
    }

    @Override
    <T> void value(ValueCodec<T> codec, T value) {
      codec.writeJson(value, out);
    }

    @Override
    void token(NestedEarToken token) {
      if (token.encoding() != Encoding.JSON) {
        throw noForm(Encoding.JSON, "a nested CWT");
      }
      out.startArray().writeText("JWT");
      out.writeText(token.token().toUtf8()).endArray();
    }

    @Override
    void raw(RawClaim value) {
      if (!(value instanceof RawClaim.OfJson json)) {
        throw noForm(Encoding.JSON, "a claim that was received in CBOR");
      }
      out.writeValue(json.value());
    }

    @Override
    Bytes toBytes() {
      return out.toBytes();
    }
  }

  private static final class OfCbor extends Sink {
    private final CborWriter out = new CborWriter();

    @Override
    Encoding encoding() {
      return Encoding.CBOR;
    }

    @Override
    void startMap() {
      out.startMap();
    }

    @Override
    void key(Label label) {
      out.writeLabel(label);
    }

    @Override
    void endMap() {
      out.endMap();
    }

    @Override
    void startArray() {
      out.startArray();
    }

    @Override
    void endArray() {
      out.endArray();
    }

    @Override
    void text(String value) {
      out.writeText(value);
    }

    @Override
    void bytes(Bytes value) {
      out.writeBytes(value);
    }

    @Override
    void status(TrustTier value) {
      out.writeInt(value.severity());
    }

    @Override
    void time(Instant value) {
      out.writeInt(value.getEpochSecond());
    }

    @Override
    void claim(int value) {
      out.writeInt(value);
    }

    @Override
    void profile(ProfileId value) {
      if (value instanceof ProfileId.OfOid id) {
        out.writeBytes(id.oid().octets());
      } else {
        out.writeText(value.toString());
      }
    }

    @Override
    void nonce(Nonce value) {
      out.writeBytes(
          value.bytes().orElseThrow(() -> noForm(Encoding.CBOR, "a nonce that is a text")));
    }

    @Override
    <T> void value(ValueCodec<T> codec, T value) {
      codec.writeCbor(value, out);
    }

    @Override
    void token(NestedEarToken token) {
      if (token.encoding() != Encoding.CBOR) {
        throw noForm(Encoding.CBOR, "a nested JWT");
      }
      out.writeBytes(token.token());
    }

    @Override
    void raw(RawClaim value) {
      if (!(value instanceof RawClaim.OfCbor cbor)) {
        throw noForm(Encoding.CBOR, "a claim that was received in JSON");
      }
      out.writeRaw(cbor.encoded());
    }

    @Override
    Bytes toBytes() {
      return out.toBytes();
    }
  }
}
