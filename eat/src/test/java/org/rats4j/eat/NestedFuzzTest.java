package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.jose.Jws;

/** Tokens in tokens, and bundles. */
class NestedFuzzTest {
  private static final Signer SIGNER = StubKeys.signer();
  private static final long CWT = 61;
  private static final long SIGN1 = 18;
  private static final long BUNDLE = 602;
  private static final long SUBMODULES = 266;
  private static final Bytes HEADERS = Bytes.ofHex("a10127"); // alg: EdDSA
  private static final Bytes SIGNATURE = Bytes.copyOf(new byte[64]);
  private static final EatExpectations OF_OTHERS =
      expectations(KeyResolver.of(StubKeys.foreignKeys())).build();
  private static final EatExpectations OF_ANYBODY =
      expectations(KeyResolver.of(StubKeys.gullibleKeys()))
          .nested(NestedPolicy.VERIFY_IF_KEY.failuresAsNodes())
          .acceptUnprotected(SecureChannelAssertion.integrityProtected("test", "test"))
          .build();

  private static EatExpectations.Builder expectations(KeyResolver keys) {
    return EatExpectations.builder()
        .keys(keys)
        .algorithms(Set.of(Algorithms.ES256, Algorithms.ES384, Algorithms.EDDSA))
        .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
        .freshnessHandledElsewhere();
  }

  /** Nobody vouches for a token of others; behind the right keys the tree tells the truth. */
  @MethodSource("org.rats4j.eat.NestedSeeds#tokens")
  @FuzzTest
  void tokens(byte[] input) {
    Bytes token = Bytes.copyOf(input);
    EatEnvelopeDetector.detect(token);
    try {
      UnverifiedEat unverified = Eat.decode(token, EatOptions.LENIENT);
      refuse(unverified);
      check(unverified.verify(OF_ANYBODY).root(), false);
    } catch (DecodingException | VerificationException expected) {
      // the two permitted failures
    }
  }

  private static void refuse(UnverifiedEat token) throws DecodingException {
    try {
      token.verify(OF_OTHERS);
    } catch (VerificationException expected) {
      return;
    }
    throw new AssertionError("verified with keys that did not sign");
  }

  /** A node shows claims only if its status says why, and is worth no more than its parent. */
  private static void check(EatNode node, boolean hidden) {
    boolean shown =
        node.status() != TrustStatus.SIGNED_UNVERIFIED
            && node.status() != TrustStatus.DIGEST_MISSING;
    assertEquals(shown, node.claims().isPresent());
    assertTrue(!hidden || node.claims().isEmpty());
    assertTrue(node.failure().isEmpty() || !shown && node.submodules().isEmpty());
    for (EatNode part : node.submodules().values()) {
      assertTrue(part.effectiveTrust().compareTo(node.effectiveTrust()) >= 0);
      check(part, !shown);
    }
  }

  /** What is in a CWT is written as it can be read again. */
  @MethodSource("org.rats4j.eat.NestedSeeds#cbor")
  @FuzzTest
  void payloadOfCwt(byte[] claims) throws GeneralSecurityException {
    Bytes token = CoseSign1.builder().payload(Bytes.copyOf(claims)).sign(SIGNER);
    verify(token, Encoding.CBOR);
  }

  /** What is in a JWT is written as it can be read again. */
  @MethodSource("org.rats4j.eat.NestedSeeds#json")
  @FuzzTest
  void payloadOfJwt(byte[] claims) throws GeneralSecurityException {
    Bytes token = Bytes.ofUtf8(Jws.builder().payload(Bytes.copyOf(claims)).sign(SIGNER));
    verify(token, Encoding.JSON);
  }

  private static void verify(Bytes token, Encoding encoding) {
    Eat eat;
    try {
      eat = Eat.decode(token, EatOptions.STRICT).verify(OF_ANYBODY);
    } catch (DecodingException | VerificationException expected) {
      return;
    }
    check(eat.root(), false);
    Bytes written = eat.claims().encode(encoding);
    eat.claims().convertTo(encoding == Encoding.CBOR ? Encoding.JSON : Encoding.CBOR);
    if (eat.root().signatures().size() == 1) {
      try {
        assertEquals(eat.claims(), EatClaims.decode(written, encoding, EatOptions.STRICT));
      } catch (DecodingException e) {
        throw new AssertionError("refuses what it wrote", e);
      }
    }
  }

  /** Nothing but the two exceptions gets out, and the tree tells the truth. */
  @MethodSource("org.rats4j.eat.NestedSeeds#bundles")
  @FuzzTest
  void bundles(byte[] input) {
    try {
      UnverifiedDetachedEatBundle bundle =
          DetachedEatBundle.decode(
              Bytes.copyOf(input),
              ClaimRegistry.EAT,
              DetachedValueDecoder.JWTS,
              EatOptions.LENIENT);
      check(bundle.verify(OF_ANYBODY).token().root(), false);
    } catch (DecodingException | VerificationException expected) {
      // the two permitted failures
    }
  }

  /** A detached claims-set is shown exactly if it is one, since its digest is right. */
  @MethodSource("org.rats4j.eat.NestedSeeds#cbor")
  @FuzzTest
  void detachedSets(byte[] input) {
    Bytes set = Bytes.copyOf(input);
    Bytes wire = bundle(set);
    EatNode node;
    try {
      DetachedEatBundle bundle =
          DetachedEatBundle.decode(wire, EatOptions.STRICT).verify(OF_ANYBODY);
      check(bundle.token().root(), false);
      node = bundle.token().node("submods/x").orElseThrow();
    } catch (DecodingException | VerificationException expected) {
      return;
    }
    assertEquals(TrustStatus.DIGEST_MATCHED, node.status());
    assertEquals(node.claims().orElseThrow(), decoded(set));
  }

  /** Writes a bundle byte by byte: builders check what they build, which takes most of the time. */
  private static Bytes bundle(Bytes set) {
    CborWriter payload =
        new CborWriter().startMap(1).writeInt(SUBMODULES).startMap(1).writeText("x").startArray(2);
    payload.writeInt(CoseHash.SHA_256);
    payload.writeBytes(CoseHash.digest(CoseHash.SHA_256, set).orElseThrow());
    CborWriter token = new CborWriter().writeTag(CWT).writeTag(SIGN1).startArray(4);
    token.writeBytes(HEADERS).startMap(0).writeBytes(payload.toBytes()).writeBytes(SIGNATURE);
    CborWriter bundle = new CborWriter().writeTag(BUNDLE).startArray(2).writeBytes(token.toBytes());
    return bundle.startMap(1).writeText("x").writeBytes(set).toBytes();
  }

  private static EatClaims decoded(Bytes set) {
    try {
      return EatClaims.decode(set, Encoding.CBOR, EatOptions.STRICT);
    } catch (DecodingException e) {
      throw new AssertionError("shown, and not decodable", e);
    }
  }
}
