package consumer;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
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
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.psa.PsaClaims;
import org.rats4j.eat.psa.SecurityLifecycle;
import org.rats4j.eat.psa.SoftwareComponent;
import org.rats4j.verifier.AppraisalRequest;
import org.rats4j.verifier.Verifier;
import org.rats4j.verifier.evidence.CryptoKeys;
import org.rats4j.verifier.store.JdbcEndorsementStore;

/** A verifier of devices whose keys are in a database, and whose firmware is in a CoRIM. */
public final class DeviceFleet {
  private static final Bytes IMPLEMENTATION = random(32);

  private final KeyPair maker = newKey();
  private final KeyPair verifier = newKey();
  private final KeyPair device = newKey();
  private final Bytes instance = Bytes.of(1).concat(random(32));
  private final Bytes firmware = random(32);
  private final Bytes nonce = random(32);

  private DeviceFleet() throws GeneralSecurityException {}

  /** Runs the program; whatever goes wrong ends it. */
  public static void main(String[] args) throws Exception {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:fleet;DB_CLOSE_DELAY=-1");
    new DeviceFleet().run(database);
    System.out.println("devices appraised on Java " + Runtime.version().feature());
  }

  private void run(DataSource database) throws Exception {
    JdbcEndorsementStore devices = JdbcEndorsementStore.of(database);
    devices.createTable();
    devices.put(deviceKeys(), Authority.ofKey(maker.getPublic()));
    Verifier service =
        Verifier.builder(VerifierId.of("https://verifier.example", "1.0"))
            .store(CorimStore.builder().clock(Clock.systemUTC()).add(referenceValues()).build())
            .endorsements(devices)
            .clock(Clock.systemUTC())
            .build();

    expect(status(service, token(device, firmware)) == TrustTier.AFFIRMING);
    expect(status(service, token(device, random(32))) != TrustTier.AFFIRMING);
    try {
      status(service, token(newKey(), firmware));
      expect(false);
    } catch (VerificationException e) {
      expect(!e.code().isEmpty());
    }
  }

  /** Appraises, signs, and reads the result as a relying party does. */
  private TrustTier status(Verifier service, Bytes token)
      throws RatsException, GeneralSecurityException {
    Bytes result =
        service
            .appraise(AppraisalRequest.builder(token).nonce(nonce).build())
            .sign(Encoding.JSON, Signers.of(verifier.getPrivate(), Algorithms.ES256));
    Ear ear =
        Ear.decode(result, EarOptions.STRICT)
            .verify(
                EarExpectations.builder()
                    .key(VerificationKey.of(verifier.getPublic()))
                    .nonce(nonce)
                    .clock(Clock.systemUTC())
                    .build());
    return ear.claims().appraisals().values().iterator().next().status();
  }

  private Bytes token(KeyPair key, Bytes digest) throws GeneralSecurityException {
    EatClaims claims =
        EatClaims.builder()
            .put(PsaClaims.NONCE, Nonces.of(Nonce.ofBytes(nonce)))
            .put(PsaClaims.INSTANCE_ID, new Ueid(instance))
            .put(Claims.PROFILE, ProfileId.of("tag:psacertified.org,2023:psa#tfm"))
            .put(PsaClaims.CLIENT_ID, 1L)
            .put(PsaClaims.SECURITY_LIFECYCLE, SecurityLifecycle.State.SECURED.lifecycle())
            .put(PsaClaims.IMPLEMENTATION_ID, IMPLEMENTATION)
            .put(
                PsaClaims.SOFTWARE_COMPONENTS,
                List.of(SoftwareComponent.builder(digest, digest).build()))
            .build();
    return Eat.cwt(claims).withoutCwtTag().sign(Signers.of(key.getPrivate(), Algorithms.ES256));
  }

  private SignedCorim referenceValues() throws RatsException, GeneralSecurityException {
    ValuesTriple values =
        new ValuesTriple(
            Environment.of(implementation()),
            List.of(
                Measurement.of(
                    MeasurementKey.of("psa.software-component"),
                    MeasurementValues.builder().digests(Digest.sha256(firmware)).build())));
    Bytes signed =
        SignedCorim.builder(
                corim("firmware", Triples.builder().reference(values)),
                SignerInfo.of(CorimMeta.of("ACME Ltd.")))
            .sign(Signers.of(maker.getPrivate(), Algorithms.ES256));
    return SignedCorim.decode(signed)
        .verify(
            SignedCorimExpectations.builder()
                .key(VerificationKey.of(maker.getPublic()))
                .clock(Clock.systemUTC())
                .build());
  }

  private Corim deviceKeys() {
    Environment environment =
        Environment.builder()
            .environmentClass(implementation())
            .instance(new TaggedUeid(instance))
            .build();
    return corim(
        "keys",
        Triples.builder()
            .attestKey(KeyTriple.of(environment, List.of(CryptoKeys.of(device.getPublic())))));
  }

  private static Corim corim(String name, Triples.Builder triples) {
    Comid comid = Comid.builder(TagIdentity.of(TagId.of(name + "-tag")), triples.build()).build();
    return Corim.builder(TagId.of(name)).tag(ConciseTag.of(comid)).build();
  }

  private static EnvironmentClass implementation() {
    return EnvironmentClass.of(new TaggedBytes(IMPLEMENTATION));
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static Bytes random(int size) {
    byte[] bytes = new byte[size];
    new SecureRandom().nextBytes(bytes);
    return Bytes.copyOf(bytes);
  }

  private static void expect(boolean truth) {
    if (!truth) {
      throw new IllegalStateException("not as expected");
    }
  }
}
