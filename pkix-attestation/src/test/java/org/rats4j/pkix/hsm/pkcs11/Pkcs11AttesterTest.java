package org.rats4j.pkix.hsm.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.pkix.AttestationRequest;
import org.rats4j.pkix.BundledEvidence;
import org.rats4j.pkix.CsrAttestation;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceClaims;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.EvidenceOptions;
import org.rats4j.pkix.EvidencePolicies;
import org.rats4j.pkix.EvidencePolicy;
import org.rats4j.pkix.EvidenceSigner;
import org.rats4j.pkix.KeyCapability;
import org.rats4j.pkix.KeyElement;
import org.rats4j.pkix.KeyScope;
import org.rats4j.pkix.PkixCodes;
import org.rats4j.pkix.PlatformElement;
import org.rats4j.pkix.Presenter;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.TestPki;
import org.rats4j.pkix.UnverifiedEvidence;
import org.rats4j.pkix.hsm.Attester;
import org.rats4j.test.hsm.SoftHsm;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.Session;

/** Attests keys of a token of SoftHSM 2. */
class Pkcs11AttesterTest {
  private static final char[] PIN = SoftHsm.PIN.toCharArray();
  private static final EvidenceOids OIDS = EvidenceOids.PLACEHOLDER;
  private static final Bytes NONCE = Bytes.ofHex("00112233445566778899aabbccddeeff");

  private static Pkcs11Module module;
  private static Pkcs11Token token;
  private static PublicKeyInfo made;
  private static TestPki pki;
  private static Attester attester;

  @BeforeAll
  static void makeTokenAndKeys() throws Exception {
    SoftHsm hsm = SoftHsm.withNewToken();
    module = Pkcs11Module.load(hsm.library().toString());
    token = module.token(SoftHsm.LABEL, PIN);
    makeKeys();
    pki = new TestPki();
    attester =
        Attester.builder()
            .platform(token.platform())
            .keys(token.keys(OIDS))
            .signer(
                EvidenceSigner.ofCertificate(
                    pki.attestationKey(token.publicKey("ak").orElseThrow()),
                    token.signer("ak", Algorithms.ES256)))
            .build();
  }

  private static void makeKeys() throws Exception {
    made = token.generate("ak", Bytes.of(1), Algorithms.ES256);
    token.generate("ca", Bytes.of(2), Algorithms.ES256);
    token.generateExtractable("open", Bytes.of(3), Algorithms.ES256);
    token.generate("twin", Bytes.of(4), Algorithms.ES256);
    token.generate("other twin", Bytes.of(5), Algorithms.ES256);
    token.generate("robbed", Bytes.of(7), Algorithms.ES256);
    Session session = token.openToWrite();
    try {
      renamePrivateKey(session, 5, "twin");
      importKey(session);
      exchangePublicKey(session, 7);
    } finally {
      session.closeSession();
    }
  }

  private static void renamePrivateKey(Session session, int id, String label) throws Exception {
    AttributeVector place =
        new AttributeVector().class_(PKCS11Constants.CKO_PRIVATE_KEY).id(new byte[] {(byte) id});
    session.setAttributeValues(
        session.findAllObjectsSingle(place)[0], new AttributeVector().label(label));
  }

  private static void importKey(Session session) throws Exception {
    KeyPair pair = TestPki.keys("EC");
    byte[] scalar = ((ECPrivateKey) pair.getPrivate()).getS().toByteArray();
    session.createPrivateKeyObject(
        new AttributeVector()
            .class_(PKCS11Constants.CKO_PRIVATE_KEY)
            .keyType(PKCS11Constants.CKK_EC)
            .token(true)
            .private_(true)
            .label("imported")
            .id(new byte[] {6})
            .sensitive(true)
            .extractable(false)
            .sign(true)
            .ecParams(SECObjectIdentifiers.secp256r1.getEncoded())
            .value(scalar),
        (ECPublicKey) pair.getPublic());
  }

  /** Puts the public key of a stranger in the place of that of the token. */
  private static void exchangePublicKey(Session session, int id) throws Exception {
    AttributeVector place =
        new AttributeVector().class_(PKCS11Constants.CKO_PUBLIC_KEY).id(new byte[] {(byte) id});
    session.destroyObject(session.findAllObjectsSingle(place)[0]);
    ECPublicKey stranger = (ECPublicKey) TestPki.keys("EC").getPublic();
    byte[] info = stranger.getEncoded();
    session.createObject(
        place
            .keyType(PKCS11Constants.CKK_EC)
            .token(true)
            .verify(true)
            .ecParams(SECObjectIdentifiers.secp256r1.getEncoded())
            .ecPoint(Arrays.copyOfRange(info, info.length - 65, info.length)));
  }

  @AfterAll
  static void releaseModule() throws Exception {
    if (token != null) {
      token.close();
    }
    if (module != null) {
      module.close();
    }
  }

  private static AttestationRequest request(String key) {
    return AttestationRequest.builder(OIDS)
        .transaction(NONCE)
        .platform(
            EvidenceClaims.VENDOR,
            EvidenceClaims.HWSERIAL,
            EvidenceClaims.FIPSBOOT,
            EvidenceClaims.DBGSTAT)
        .key(
            key,
            EvidenceClaims.SPKI,
            EvidenceClaims.EXTRACTABLE,
            EvidenceClaims.NEVER_EXTRACTABLE,
            EvidenceClaims.SENSITIVE,
            EvidenceClaims.LOCAL,
            EvidenceClaims.EXPIRY,
            EvidenceClaims.PURPOSE)
        .build();
  }

  private static UnverifiedEvidence attest(String key) throws Exception {
    AttestationRequest request = request(key);
    UnverifiedEvidence evidence = attester.answer(request);
    assertEquals(List.of(), Presenter.review(request, evidence));
    return Evidence.decode(evidence.encoded(), EvidenceOptions.STRICT);
  }

  private static Evidence verify(String key, EvidencePolicy... policies) throws Exception {
    return attest(key).verify(pki.expectations().nonce(NONCE).policy(policies).build());
  }

  @Test
  void attestsAKeyThatTheTokenMadeAndKeeps() throws Exception {
    Evidence evidence =
        verify(
            "ca",
            EvidencePolicies.neverExportable(),
            EvidencePolicies.sensitive(),
            EvidencePolicies.keyOriginLocal(),
            EvidencePolicies.requireAkBinding(),
            EvidencePolicies.allowedPurposes(
                KeyScope.ALL,
                Set.of(
                    OIDS.capability(KeyCapability.SIGN), OIDS.capability(KeyCapability.VERIFY))));

    KeyElement key = evidence.tbs().key("ca").orElseThrow();
    assertEquals(token.publicKey("ca"), key.spki());
    assertTrue(key.identifiers().contains("02"));
  }

  @Test
  void leavesOutWhatTheTokenDoesNotSay() throws Exception {
    Evidence evidence = verify("ca");

    PlatformElement platform = evidence.tbs().platform().orElseThrow();
    assertTrue(platform.vendor().isPresent());
    assertTrue(platform.hwserial().isPresent());
    assertTrue(platform.fipsboot().isEmpty());
    assertTrue(platform.dbgstat().isEmpty());
    assertTrue(evidence.tbs().keys().get(0).expiry().isEmpty());
  }

  @Test
  void doesNotHideThatAKeyCanLeave() throws Exception {
    VerificationException e =
        assertThrows(
            VerificationException.class, () -> verify("open", EvidencePolicies.nonExportable()));

    assertEquals("POLICY_NON_EXPORTABLE", e.code());
  }

  @Test
  void doesNotTakeAnImportedKeyForOneOfTheToken() throws Exception {
    KeyElement key = verify("imported").tbs().keys().get(0);

    assertEquals(Optional.of(false), key.local());
    assertEquals(Optional.of(false), key.neverExtractable());
    assertEquals(Optional.of(false), key.extractable());
    assertEquals(Optional.empty(), key.spki());
  }

  /** Whoever may write to the token can give any public key the CKA_ID of a private one. */
  @Test
  void doesNotTakeAPublicKeyThatWasImportedForThatOfAKeyOfTheToken() throws Exception {
    KeyElement key = verify("robbed").tbs().keys().get(0);

    assertEquals(Optional.of(true), key.local());
    assertEquals(Optional.empty(), key.spki());
  }

  @Test
  void knowsTwoKeysOfOneLabelByTheirIdsAlone() throws Exception {
    assertEquals(List.of("04"), verify("04").tbs().keys().get(0).identifiers());
    VerificationException e = assertThrows(VerificationException.class, () -> attest("twin"));

    assertEquals(PkixCodes.REQUEST_KEY_NOT_FOUND, e.code());
  }

  @Test
  void saysWhichPublicKeyItMade() throws Exception {
    assertEquals(Optional.of(made), token.publicKey("ak"));
    assertEquals(Optional.of(made), token.publicKey("01"));
  }

  @ParameterizedTest
  @ValueSource(longs = {Algorithms.ES256, Algorithms.ES384, Algorithms.ES512, Algorithms.ED25519})
  void makesKeysOfEachCurve(long algorithm) throws Exception {
    byte[] message = {1, 2, 3};

    Bytes id = Bytes.of((int) (100 - algorithm));
    PublicKeyInfo key = token.generate("of " + algorithm, id, algorithm);

    byte[] signature = token.signer(id.toHex(), algorithm).sign(message);
    EncodedKeys.verificationKey(key.encoded())
        .verify(algorithm, List.of(Bytes.copyOf(message)), Bytes.copyOf(signature));
  }

  @Test
  void makesNoKeysThatCouldBeTakenForOthers() throws Exception {
    int before = token.keys(OIDS).list().size();

    for (Executable generate :
        List.<Executable>of(
            () -> token.generate("ca", Bytes.of(99), Algorithms.ES256),
            () -> token.generate("new", Bytes.of(2), Algorithms.ES256),
            () -> token.generate("02", Bytes.of(99), Algorithms.ES256), // the id of another key
            () ->
                token.generate("new", Bytes.of(0xca), Algorithms.ES256), // a label, in hexadecimal
            () -> token.generateExtractable("twin", Bytes.of(98), Algorithms.ES256))) {
      assertThrows(GeneralSecurityException.class, generate);
    }
    for (Executable generate :
        List.<Executable>of(
            () -> token.generate("", Bytes.of(99), Algorithms.ES256),
            () -> token.generate("new", Bytes.EMPTY, Algorithms.ES256),
            () -> token.generate("new", Bytes.of(99), Algorithms.PS256))) {
      assertThrows(IllegalArgumentException.class, generate);
    }
    assertEquals(before, token.keys(OIDS).list().size());
  }

  @Test
  void listsAllKeys() throws Exception {
    List<String> identifiers =
        token.keys(OIDS).list().stream()
            .flatMap(key -> key.all(EvidenceClaims.IDENTIFIER).stream())
            .toList();

    assertTrue(identifiers.containsAll(List.of("ak", "01", "02", "03", "04", "05", "06", "07")));
    assertEquals(
        List.of(SoftHsm.LABEL), module.tokens().stream().filter(SoftHsm.LABEL::equals).toList());
  }

  @Test
  void carriesEvidenceInARequestOfTheAttestedKey() throws Exception {
    PublicKeyInfo key = token.publicKey("ca").orElseThrow();
    Bytes der =
        CsrAttestation.write(
            new X500Principal("CN=Issuing CA"),
            EvidenceSigner.ofPublicKey(key, token.signer("ca", Algorithms.ES256)),
            BundledEvidence.bundle(BundledEvidence.EXPERIMENTAL_TYPE, attest("ca"), List.of()));

    CsrAttestation csr =
        CsrAttestation.decode(der, BundledEvidence.EXPERIMENTAL_TYPE, EvidenceOptions.STRICT);
    Evidence evidence = csr.verify(pki.expectations().build());

    assertEquals(1, KeyScope.publicKey(csr.publicKey()).select(evidence.tbs()).size());
    assertFalse(evidence.signers().isEmpty());
  }

  @Test
  void refusesARequestWithTheEvidenceOfAnotherKey() throws Exception {
    Bytes der =
        CsrAttestation.write(
            new X500Principal("CN=Issuing CA"),
            EvidenceSigner.ofPublicKey(
                token.publicKey("open").orElseThrow(), token.signer("open", Algorithms.ES256)),
            BundledEvidence.bundle(BundledEvidence.EXPERIMENTAL_TYPE, attest("ca"), List.of()));
    CsrAttestation csr =
        CsrAttestation.decode(der, BundledEvidence.EXPERIMENTAL_TYPE, EvidenceOptions.STRICT);

    VerificationException e =
        assertThrows(VerificationException.class, () -> csr.verify(pki.expectations().build()));

    assertEquals(PkixCodes.CSR_KEY_NOT_ATTESTED, e.code());
  }

  @Test
  void refusesASecondLoginAndWhatIsNotThere() {
    assertThrows(GeneralSecurityException.class, () -> module.token(SoftHsm.LABEL, PIN));
    assertThrows(GeneralSecurityException.class, () -> module.token("other", PIN));
    assertThrows(GeneralSecurityException.class, () -> token.signer("nobody", Algorithms.ES256));
  }
}
