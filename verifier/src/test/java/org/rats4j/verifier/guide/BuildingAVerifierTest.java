package org.rats4j.verifier.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimExpectations;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.TaggedUeid;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.HwModel;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.OemId;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.Version;
import org.rats4j.eat.measured.MeasuredComponent;
import org.rats4j.eat.psa.PsaClaims;
import org.rats4j.eat.psa.SecurityLifecycle;
import org.rats4j.eat.psa.SoftwareComponent;
import org.rats4j.verifier.AppraisalRequest;
import org.rats4j.verifier.AttestationResult;
import org.rats4j.verifier.Verifier;
import org.rats4j.verifier.evidence.CryptoKeys;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.policy.PolicyRules;
import org.rats4j.verifier.store.JdbcEndorsementStore;

/** The code of the guide, at work. */
class BuildingAVerifierTest {
  private static final Path GUIDE = Path.of("../docs/guide/building-a-verifier.md");
  private static final Clock clock =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private static final VerifierId id = VerifierId.of("https://verifier.example", "1.0");
  private static final Bytes IMPLEMENTATION = Bytes.copyOf(new byte[32]);
  private static final Bytes INSTANCE = Bytes.of(1).concat(Bytes.copyOf(new byte[32]));
  private static final Bytes FIRMWARE = Bytes.copyOf(new byte[32]);
  private static final Bytes nonce = Bytes.copyOf(new byte[32]);

  private final KeyPair deviceKey = newKey();
  private final KeyPair maker = newKey();
  private final Signer signer = Signers.of(newKey().getPrivate(), Algorithms.ES256);

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  private Bytes evidence() throws Exception {
    SoftwareComponent firmware =
        SoftwareComponent.builder(FIRMWARE, FIRMWARE).measurementType("PRoT").build();
    EatClaims claims =
        EatClaims.builder()
            .put(PsaClaims.NONCE, Nonces.of(Nonce.ofBytes(nonce)))
            .put(PsaClaims.INSTANCE_ID, new Ueid(INSTANCE))
            .put(Claims.PROFILE, ProfileId.of("tag:psacertified.org,2023:psa#tfm"))
            .put(PsaClaims.CLIENT_ID, 1L)
            .put(PsaClaims.SECURITY_LIFECYCLE, SecurityLifecycle.State.SECURED.lifecycle())
            .put(PsaClaims.IMPLEMENTATION_ID, IMPLEMENTATION)
            .put(PsaClaims.SOFTWARE_COMPONENTS, List.of(firmware))
            .build();
    return Eat.cwt(claims)
        .withoutCwtTag()
        .sign(Signers.of(deviceKey.getPrivate(), Algorithms.ES256));
  }

  private static EnvironmentClass implementation() {
    return EnvironmentClass.of(new TaggedBytes(IMPLEMENTATION));
  }

  private KeyTriple key() {
    return KeyTriple.of(
        Environment.builder()
            .environmentClass(implementation())
            .instance(new TaggedUeid(INSTANCE))
            .build(),
        List.of(CryptoKeys.of(deviceKey.getPublic())));
  }

  private static ValuesTriple firmware() {
    return new ValuesTriple(
        Environment.of(implementation()),
        List.of(
            Measurement.of(
                MeasurementKey.of("psa.software-component"),
                MeasurementValues.builder().digests(Digest.sha256(FIRMWARE)).build())));
  }

  private static Corim corim(String name, Triples.Builder triples) {
    return Corim.builder(TagId.of(name))
        .tag(
            ConciseTag.of(
                Comid.builder(TagIdentity.of(TagId.of(name + "-tag")), triples.build()).build()))
        .build();
  }

  private CorimStore store(Triples.Builder triples) throws Exception {
    Bytes received =
        SignedCorim.builder(
                corim("acme-firmware", triples), SignerInfo.of(CorimMeta.of("ACME Ltd.")))
            .sign(Signers.of(maker.getPrivate(), Algorithms.ES256));
    VerificationKey makerKey = VerificationKey.of(maker.getPublic());
    SignedCorim corim =
        SignedCorim.decode(received)
            .verify(SignedCorimExpectations.builder().key(makerKey).clock(clock).build());
    CorimStore store = CorimStore.builder().clock(clock).add(corim).build();
    Verifier verifier =
        Verifier.builder(VerifierId.of("https://verifier.example", "1.0"))
            .store(store)
            .clock(clock)
            .build();
    assertEquals("https://verifier.example", verifier.id().developer());
    return store;
  }

  @Test
  void appraises() throws Exception {
    Bytes evidence = evidence();
    CorimStore store = store(Triples.builder().reference(firmware()).attestKey(key()));
    Verifier verifier = Verifier.builder(id).store(store).clock(clock).build();

    AppraisalRequest request = AppraisalRequest.builder(evidence).nonce(nonce).build();
    AttestationResult result = verifier.appraise(request);
    Bytes ear = result.sign(Encoding.JSON, signer);

    assertEquals(TrustTier.AFFIRMING, result.status());
    assertTrue(ear.size() > 0);
    String text = result.describe();
    assertTrue(text.contains("by CoRIM acme-firmware"));
  }

  @Test
  void findsReferenceValuesUnderTheNamesThatTheGuideHas() throws Exception {
    Digest digest = Digest.sha256(FIRMWARE);
    MeasuredComponent bootLoader =
        MeasuredComponent.of("boot", digest).withVersion(Version.of("1.4.0"));
    EatClaims claims =
        EatClaims.builder()
            .put(Claims.NONCE, Nonces.of(nonce))
            .put(Claims.UEID, Ueid.eui48(Bytes.ofHex("02005e100007")))
            .put(Claims.OEM_ID, OemId.pen(32473))
            .put(Claims.HARDWARE_MODEL, new HwModel(Bytes.ofUtf8("gateway-7")))
            .put(Claims.MEASUREMENTS, List.of(bootLoader.body(Encoding.CBOR)))
            .build();
    Environment gateways =
        Environment.of(
            EnvironmentClass.builder()
                .id(new TaggedBytes(Bytes.ofUtf8("gateway-7"))) // hwmodel
                .vendor("pen:32473") // oemid
                .build());
    Measurement boot =
        Measurement.of(
            MeasurementKey.of("boot"), // the name of the component
            MeasurementValues.builder().digests(digest).build());
    ValuesTriple reference = new ValuesTriple(gateways, List.of(boot));
    Verifier verifier =
        Verifier.builder(id)
            .store(store(Triples.builder().reference(reference)))
            .keys(KeyResolver.of(VerificationKey.of(deviceKey.getPublic())))
            .clock(clock)
            .build();

    Bytes evidence = Eat.cwt(claims).sign(Signers.of(deviceKey.getPrivate(), Algorithms.ES256));
    AttestationResult result =
        verifier.appraise(AppraisalRequest.builder(evidence).nonce(nonce).build());

    EvidenceComponent seen = result.component("eat").orElseThrow().component().evidence();
    Environment environment = seen.environment().orElseThrow();
    List<Measurement> measurements = seen.measurements();
    assertEquals(TrustTier.AFFIRMING, result.status());
    assertEquals(gateways.environmentClass(), environment.environmentClass());
    assertEquals(
        Optional.of(new TaggedUeid(Bytes.ofHex("0202005e100007"))), environment.instance());
    assertEquals(boot.key(), measurements.get(0).key());
    assertTrue(
        Files.readString(GUIDE)
            .contains(Base64.getEncoder().encodeToString("gateway-7".getBytes(UTF_8))));
  }

  @Test
  void findsDevicesInADatabase() throws Exception {
    CorimStore store = store(Triples.builder().reference(firmware()));
    Corim deviceKeys = corim("acme-keys", Triples.builder().attestKey(key()));
    Authority maker = Authority.ofKey(this.maker.getPublic());
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:guide;DB_CLOSE_DELAY=-1");

    JdbcEndorsementStore devices = JdbcEndorsementStore.of(database);
    devices.createTable();
    devices.put(deviceKeys, maker);
    Verifier withDevices =
        Verifier.builder(id).store(store).endorsements(devices).clock(clock).build();

    AppraisalRequest request = AppraisalRequest.builder(evidence()).nonce(nonce).build();
    assertEquals(TrustTier.AFFIRMING, withDevices.appraise(request).status());
  }

  @Test
  void claimsByAPolicyInJson() throws Exception {
    CorimStore store = store(Triples.builder().reference(firmware()).attestKey(key()));
    String guide = Files.readString(GUIDE);
    int start = guide.indexOf("```json\n") + "```json\n".length();
    Bytes json = Bytes.ofUtf8(guide.substring(start, guide.indexOf("```", start)));

    PolicyRules policy = PolicyRules.decode(json);
    Verifier strict = Verifier.builder(id).store(store).policy(policy).clock(clock).build();

    AppraisalRequest request = AppraisalRequest.builder(evidence()).nonce(nonce).build();
    assertEquals(TrustTier.AFFIRMING, strict.appraise(request).status());
  }

  @Test
  void believesOnlyWhomAPolicyNames() throws Exception {
    CorimStore store = store(Triples.builder().reference(firmware()).attestKey(key()));
    String guide = Files.readString(GUIDE);
    int start = guide.indexOf("```json\n", guide.indexOf("### Whose word counts")) + 8;
    Bytes json = Bytes.ofUtf8(guide.substring(start, guide.indexOf("```", start)));

    Verifier strict =
        Verifier.builder(id).store(store).policy(PolicyRules.decode(json)).clock(clock).build();

    AppraisalRequest request = AppraisalRequest.builder(evidence()).nonce(nonce).build();
    assertEquals(TrustTier.CONTRAINDICATED, strict.appraise(request).status());
  }
}
