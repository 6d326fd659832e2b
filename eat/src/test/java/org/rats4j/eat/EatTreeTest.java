package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;

class EatTreeTest {
  private static final Bytes INNER_NONCE = Bytes.ofHex("8899aabbccddeeff");
  private static final EatClaims INNER =
      EatClaims.builder()
          .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(INNER_NONCE)))
          .put(Claims.UPTIME, BigInteger.valueOf(7))
          .build();

  /** Only nested tokens have this key. */
  private static final VerificationKey INNER_KEY = TestTokens.MAC_KEY;

  private static final KeyResolver BY_PATH =
      hints -> List.of(((EatKeyHints) hints).path().isEmpty() ? TestTokens.KEY : INNER_KEY);

  private static Bytes inner() throws Exception {
    return Eat.cwt(INNER).sign(TestTokens.MAC_SIGNER);
  }

  private static EatClaims with(Submodules submodules) {
    return EatClaims.builder().put(Claims.SUBMODULES, submodules).build();
  }

  private static UnverifiedEat token(Submodules submodules) throws Exception {
    return Eat.decode(Eat.cwt(with(submodules)).sign(TestTokens.SIGNER), EatOptions.STRICT);
  }

  private static EatExpectations.Builder rootKeyOnly() {
    return EatExpectations.builder().key(TestTokens.KEY).freshnessHandledElsewhere();
  }

  private static EatExpectations.Builder allKeys() {
    return EatExpectations.builder().keys(BY_PATH).freshnessHandledElsewhere();
  }

  private static Map<String, TrustStatus> statuses(Eat eat) {
    return eat.root().submodules().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().status()));
  }

  private static NestedToken forged() throws Exception {
    byte[] bytes = inner().toByteArray();
    bytes[bytes.length - 1] ^= 1;
    return NestedToken.of(Bytes.copyOf(bytes));
  }

  @Test
  void tellsWhyEachNodeMayBeBelieved() throws Exception {
    Submodules all =
        Submodules.of("set", INNER)
            .and("signed", NestedToken.of(inner()))
            .and("jwt", NestedToken.of(Eat.jwt(INNER).sign(TestTokens.MAC_SIGNER)))
            .and("uccs", NestedToken.of(uccs(INNER)))
            .and("ujcs", NestedToken.of(Bytes.ofUtf8("{\"uptime\":7}")))
            .and("digest", SubmoduleDigest.of(CoseHash.SHA_256, Bytes.of(0xa0)));

    Eat eat = token(all).verify(allKeys().build());

    assertEquals(
        Map.of(
            "set", TrustStatus.COVERED_BY_PARENT,
            "signed", TrustStatus.SIGNED_VERIFIED,
            "jwt", TrustStatus.SIGNED_VERIFIED,
            "uccs", TrustStatus.COVERED_BY_PARENT,
            "ujcs", TrustStatus.COVERED_BY_PARENT,
            "digest", TrustStatus.DIGEST_MISSING),
        statuses(eat));
    for (String name : List.of("set", "signed", "jwt", "uccs", "ujcs")) {
      EatNode node = eat.node("submods/" + name).orElseThrow();
      assertEquals(
          Optional.of(BigInteger.valueOf(7)), node.claims().orElseThrow().get(Claims.UPTIME));
    }
    assertTrue(eat.node("submods/digest").orElseThrow().claims().isEmpty());
    assertSame(INNER_KEY, eat.node("submods/signed").orElseThrow().signatures().get(0).key());
    assertTrue(eat.node("submods/none").isEmpty());
  }

  private static Bytes uccs(EatClaims claims) {
    return new CborWriter().writeTag(601).writeRaw(claims.encode(Encoding.CBOR)).toBytes();
  }

  @Test
  void showsNoClaimsOfATokenWithoutKey() throws Exception {
    Eat eat = token(Submodules.of("se", NestedToken.of(inner()))).verify(rootKeyOnly().build());
    EatNode node = eat.node("submods/se").orElseThrow();

    assertEquals(TrustStatus.SIGNED_UNVERIFIED, node.status());
    assertTrue(node.claims().isEmpty());
    assertTrue(node.submodules().isEmpty());
    Eat later =
        node.unverified()
            .orElseThrow()
            .verify(EatExpectations.builder().key(INNER_KEY).nonce(INNER_NONCE).build());
    assertEquals(INNER, later.claims());
  }

  @Test
  void refusesTheWholeTokenIfANestedOneIsForged() throws Exception {
    UnverifiedEat token = token(Submodules.of("se", forged()));

    VerificationException e =
        assertThrows(VerificationException.class, () -> token.verify(allKeys().build()));

    assertEquals("submods/se", e.path());
    assertEquals(Reason.BAD_SIGNATURE, e.reason());
  }

  @Test
  void makesANodeOfAForgedTokenIfThatIsAskedFor() throws Exception {
    Submodules deep =
        Submodules.of("set", with(Submodules.of("se", forged())))
            .and("other", NestedToken.of(inner()));

    Eat eat =
        token(deep).verify(allKeys().nested(NestedPolicy.VERIFY_IF_KEY.failuresAsNodes()).build());
    EatNode node = eat.node("submods/set/submods/se").orElseThrow();

    assertEquals(TrustStatus.SIGNED_UNVERIFIED, node.status());
    assertInstanceOf(VerificationException.class, node.failure().orElseThrow());
    assertTrue(node.claims().isEmpty() && node.unverified().isEmpty());
    assertEquals(TrustStatus.SIGNED_VERIFIED, eat.node("submods/other").orElseThrow().status());
  }

  @Test
  void saysWhereAMalformedNestedTokenStands() throws Exception {
    EatClaims wrong =
        EatClaims.decode(
            Bytes.ofUtf8("{\"submods\":{\"x\":[\"JWT\",\"e30.e30.AA\"]}}"),
            Encoding.JSON,
            EatOptions.STRICT);
    UnverifiedEat token = Eat.decode(Eat.jwt(wrong).sign(TestTokens.SIGNER), EatOptions.STRICT);

    DecodingException e =
        assertThrows(DecodingException.class, () -> token.verify(rootKeyOnly().build()));

    assertTrue(e.path().startsWith("submods/x/"), e.path());
  }

  @Test
  void skipsOrDemandsNestedTokensAsThePolicySays() throws Exception {
    UnverifiedEat good = token(Submodules.of("se", NestedToken.of(inner())));
    UnverifiedEat bad = token(Submodules.of("se", forged()));

    Eat skipped = bad.verify(allKeys().nested(NestedPolicy.SKIP).build());
    Eat demanded = good.verify(allKeys().nested(NestedPolicy.REQUIRE_ALL).build());
    VerificationException e =
        assertThrows(
            VerificationException.class,
            () -> good.verify(rootKeyOnly().nested(NestedPolicy.REQUIRE_ALL).build()));

    assertEquals(Map.of("se", TrustStatus.SIGNED_UNVERIFIED), statuses(skipped));
    assertEquals(Map.of("se", TrustStatus.SIGNED_VERIFIED), statuses(demanded));
    assertEquals(List.of("NO_KEY", "submods/se"), List.of(e.code(), e.path()));
  }

  @Test
  void verifiesANestedTokenWithItsOwnExpectations() throws Exception {
    UnverifiedEat token = token(Submodules.of("se", NestedToken.of(inner())));
    EatExpectations fresh = EatExpectations.builder().key(INNER_KEY).nonce(INNER_NONCE).build();
    EatExpectations stale =
        EatExpectations.builder().key(INNER_KEY).nonce(TestTokens.NONCE).build();

    Eat eat =
        token.verify(
            rootKeyOnly().nested(NestedPolicy.SKIP.expecting("submods/se", fresh)).build());
    VerificationException e =
        assertThrows(
            VerificationException.class,
            () ->
                token.verify(
                    rootKeyOnly()
                        .nested(NestedPolicy.VERIFY_IF_KEY.expecting("submods/se", stale))
                        .build()));

    assertEquals(Map.of("se", TrustStatus.SIGNED_VERIFIED), statuses(eat));
    assertEquals(List.of("NONCE_MISMATCH", "submods/se/eat_nonce"), List.of(e.code(), e.path()));
  }

  @Test
  void leavesEncryptedAndUnknownSubmodulesUnverified() throws Exception {
    Submodules odd =
        Submodules.of("cwe", NestedToken.of(Bytes.ofHex("d83dd08340a040")))
            .and("jwe", NestedToken.of(Bytes.ofUtf8("e30..AA.AA.AA")))
            .and("odd", new Submodule.Unknown(new RawClaim.OfCbor(Bytes.ofHex("43d82a00"))));

    Eat eat = token(odd).verify(allKeys().build());

    assertEquals(
        List.of("ENCRYPTED submods/cwe", "ENCRYPTED submods/jwe", "UNKNOWN_SUBMODULE submods/odd"),
        eat.findings().stream().map(f -> f.code() + " " + f.path()).sorted().toList());
    for (EatNode node : eat.root().submodules().values()) {
      assertEquals(TrustStatus.SIGNED_UNVERIFIED, node.status());
    }
    assertThrows(
        VerificationException.class,
        () -> token(odd).verify(allKeys().nested(NestedPolicy.REQUIRE_ALL).build()));
  }

  @Test
  void verifiesMessagesInsideEachOther() throws Exception {
    Bytes twice = CoseSign1.builder().payload(inner()).sign(TestTokens.SIGNER);
    UnverifiedEat token = Eat.decode(twice, EatOptions.STRICT);
    KeyResolver both = KeyResolver.of(List.of(TestTokens.KEY, INNER_KEY));

    Eat eat =
        token.verify(EatExpectations.builder().keys(both).freshnessHandledElsewhere().build());

    assertEquals(
        List.of(EatEnvelope.COSE_SIGN1, EatEnvelope.COSE_MAC0),
        eat.root().signatures().stream().map(EatSignature::envelope).toList());
    assertEquals(INNER, eat.claims());
    assertThrows(VerificationException.class, () -> token.verify(rootKeyOnly().build()));
  }

  @Test
  void countsEnvelopesAndSubmodulesForTheDepth() throws Exception {
    EatClaims claims = INNER;
    for (int i = 0; i < 5; i++) {
      Bytes token = Eat.cwt(claims).sign(TestTokens.MAC_SIGNER);
      claims = with(Submodules.of("a", NestedToken.of(token)));
    }
    UnverifiedEat tooDeep = Eat.decode(Eat.cwt(claims).sign(TestTokens.SIGNER), EatOptions.STRICT);
    EatClaims four =
        claims
            .get(Claims.SUBMODULES)
            .map(all -> (NestedToken) all.get("a").orElseThrow())
            .map(NestedToken::encoded)
            .map(EatTreeTest::claimsOf)
            .orElseThrow();
    UnverifiedEat deep = Eat.decode(Eat.cwt(four).sign(TestTokens.SIGNER), EatOptions.STRICT);

    deep.verify(allKeys().build());
    DecodingException e =
        assertThrows(DecodingException.class, () -> tooDeep.verify(allKeys().build()));

    assertEquals("DEPTH_EXCEEDED", e.code());
  }

  private static EatClaims claimsOf(Bytes token) {
    try {
      return Eat.decode(token, EatOptions.STRICT).unverifiedClaims();
    } catch (DecodingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void countsTheNodesOfAllTokens() throws Exception {
    Bytes two =
        Eat.cwt(with(Submodules.of("a", INNER).and("b", NestedToken.of(inner()))))
            .sign(TestTokens.MAC_SIGNER);
    Bytes wire = Eat.cwt(with(Submodules.of("x", NestedToken.of(two)))).sign(TestTokens.SIGNER);

    Eat.decode(wire, EatOptions.STRICT.toBuilder().nestedMessages(3).build())
        .verify(allKeys().build());
    VerificationException e =
        assertThrows(
            VerificationException.class,
            () ->
                Eat.decode(wire, EatOptions.STRICT.toBuilder().nestedMessages(2).build())
                    .verify(allKeys().build()));

    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
    assertEquals("submods/x/submods/b", e.path());
  }

  @Test
  void acceptsUnprotectedClaimsOnlyOverANamedChannel() throws Exception {
    Bytes none = Bytes.ofUtf8("eyJhbGciOiJub25lIn0.eyJ1cHRpbWUiOjd9.");
    SecureChannelAssertion channel = SecureChannelAssertion.integrityProtected("mTLS", "device 7");
    EatClaims claims = with(Submodules.of("set", INNER).and("se", NestedToken.of(inner())));
    for (Bytes wire : List.of(uccs(claims), claims.encode(Encoding.JSON), none)) {
      UnverifiedEat token = Eat.decode(wire, EatOptions.STRICT);

      Eat eat = token.verify(allKeys().acceptUnprotected(channel).build());
      VerificationException e =
          assertThrows(VerificationException.class, () -> token.verify(allKeys().build()));

      assertEquals(TrustStatus.UNPROTECTED, eat.root().status());
      assertTrue(eat.key().isEmpty() && eat.algorithm().isEmpty());
      assertEquals(
          List.of("UNPROTECTED_NOT_ALLOWED", Reason.UNPROTECTED), List.of(e.code(), e.reason()));
      eat.node("submods/set").ifPresent(set -> assertEquals(TrustStatus.UNPROTECTED, set.status()));
      eat.node("submods/se")
          .ifPresent(
              se -> {
                assertEquals(TrustStatus.SIGNED_VERIFIED, se.status());
                assertEquals(TrustStatus.UNPROTECTED, se.effectiveTrust());
              });
    }
  }

  @Test
  void takesNoOtherSpellingOfNone() {
    for (String header : List.of("None", "NONE", "nOnE", "ES256", "")) {
      Bytes json = Bytes.ofUtf8("{\"alg\":\"" + header + "\"}");
      String token = org.rats4j.core.json.Base64Url.encode(json) + ".e30.";

      assertThrows(
          DecodingException.class,
          () -> Eat.decode(Bytes.ofUtf8(token), EatOptions.STRICT),
          header);
    }
    assertThrows(
        DecodingException.class,
        () -> Eat.decode(Bytes.ofUtf8("eyJhbGciOiJub25lIn0.e30.AA"), EatOptions.STRICT));
  }

  @Test
  void remarksWhatIsWrongInANestedTokenWithItsPath() throws Exception {
    Bytes odd =
        Eat.cwt(EatClaims.converted(Map.of(Claims.OEM_BOOT, true), Map.of()))
            .sign(TestTokens.MAC_SIGNER);

    Eat eat = token(Submodules.of("se", NestedToken.of(odd))).verify(allKeys().build());

    assertEquals(
        List.of("submods/se/oemboot"), eat.findings().stream().map(Finding::path).toList());
  }
}
