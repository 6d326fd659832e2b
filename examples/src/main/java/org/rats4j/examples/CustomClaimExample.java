package org.rats4j.examples;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.RatsException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.eat.ClaimCodecs;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.UnverifiedEat;

/** Claims of our own: a number, and a class with a codec, in CBOR and in JSON. */
public final class CustomClaimExample {
  // snippet: key
  static final ClaimKey<Long> FAN_SPEED = ClaimKey.of(-70001, "fan-speed", ClaimCodecs.UNSIGNED);
  // end

  static final ClaimKey<Slot> SLOT = ClaimKey.of(-70002, "slot", new SlotCodec());

  private CustomClaimExample() {}

  record Slot(String rack, int unit) {}

  static final class SlotCodec implements ValueCodec<Slot> {
    @Override
    public Slot readCbor(CborReader in) throws DecodingException {
      in.startArray(2);
      Slot slot = new Slot(in.readText(), in.readInt(1, 52));
      in.endArray();
      return slot;
    }

    @Override
    public void writeCbor(Slot slot, CborWriter out) {
      out.startArray(2).writeText(slot.rack()).writeInt(slot.unit());
    }

    @Override
    public Slot readJson(JsonReader in) throws DecodingException {
      in.startArray(2);
      Slot slot = new Slot(in.readText(), in.readInt(1, 52));
      in.endArray();
      return slot;
    }

    @Override
    public void writeJson(Slot slot, JsonWriter out) {
      out.startArray().writeText(slot.rack()).writeInt(slot.unit()).endArray();
    }
  }

  /** Needs nothing: makes a key, signs a token in both encodings, and reads them. */
  public static void main(String[] args) throws Exception {
    if (args.length != 0) {
      System.err.println("usage: CustomClaim, without arguments");
      System.exit(2);
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair keys = generator.generateKeyPair();
    Signer signer = Signers.of(keys.getPrivate(), Algorithms.ES256);
    Bytes nonce = Bytes.ofHex("00112233445566778899aabbccddeeff");
    EatClaims claims =
        EatClaims.builder()
            .put(Claims.NONCE, Nonces.of(nonce))
            .put(FAN_SPEED, 4200L)
            .put(SLOT, new Slot("B7", 12))
            .build();
    read(Eat.cwt(claims).sign(signer), VerificationKey.of(keys.getPublic()), nonce);
    read(Eat.jwt(claims).sign(signer), VerificationKey.of(keys.getPublic()), nonce);
  }

  static void read(Bytes bytes, VerificationKey attesterKey, Bytes nonce) throws RatsException {
    // snippet: verify
    UnverifiedEat token = Eat.decode(bytes, EatOptions.STRICT); // syntax: DecodingException
    Eat eat = // trust: VerificationException
        token.verify(EatExpectations.builder().key(attesterKey).nonce(nonce).build());
    Optional<Long> fanSpeed = eat.claims().get(FAN_SPEED);
    // end
    System.out.println(fanSpeed.orElseThrow() + " turns per minute");
    System.out.println(eat.claims().get(SLOT).orElseThrow());
  }
}
