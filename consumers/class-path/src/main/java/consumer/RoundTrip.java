package consumer;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.ear.Appraisal;
import org.rats4j.ear.Category;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarClaims;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.rats4j.ear.TrustTier;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceOptions;

/** Sends one message of each data model to and fro. */
public final class RoundTrip {
  private static final ContentFormat EAT_CWT = ContentFormat.of(263);

  private final Signer signer;
  private final VerificationKey key;
  private final Bytes nonce;

  private RoundTrip() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    signer = Signers.of(pair.getPrivate(), Algorithms.ES256);
    key = VerificationKey.of(pair.getPublic());
    nonce = Bytes.copyOf(random);
  }

  /** Runs the program; whatever goes wrong ends it. */
  public static void main(String[] args) throws Exception {
    RoundTrip roundTrip = new RoundTrip();
    roundTrip.token();
    roundTrip.result();
    roundTrip.referenceValues();
    roundTrip.evidenceOfKeys();
    System.out.println("round trip done on Java " + Runtime.version().feature());
  }

  private void token() throws RatsException, GeneralSecurityException {
    EatClaims claims =
        EatClaims.builder()
            .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(nonce)))
            .put(Claims.SOFTWARE_NAME, "boot loader")
            .build();
    Bytes token = Eat.cwt(claims).sign(signer);
    Bytes evidence = CmwRecord.of(EAT_CWT, token).encode(CmwForm.CBOR_RECORD);

    CmwRecord received = (CmwRecord) Cmw.decode(evidence, Encoding.CBOR, CmwOptions.STRICT);
    Eat eat =
        Eat.decode(received.value(), EatOptions.STRICT)
            .verify(
                EatExpectations.builder()
                    .key(key)
                    .nonce(nonce)
                    .clock(Clock.systemUTC())
                    .build());
    expect(eat.claims().get(Claims.SOFTWARE_NAME).orElseThrow().equals("boot loader"));
  }

  private void result() throws RatsException, GeneralSecurityException {
    Appraisal appraisal = Appraisal.builder().claim(Category.EXECUTABLES, 2).build();
    EarClaims claims =
        Ear.builder()
            .verifierId("https://verifier.example", "1")
            .clock(Clock.systemUTC())
            .lifetime(Duration.ofMinutes(5))
            .nonce(nonce)
            .submod("host", appraisal)
            .deriveStatus()
            .build();

    Ear ear =
        Ear.decode(Ear.jwt(claims).sign(signer), EarOptions.STRICT)
            .verify(
                EarExpectations.builder()
                    .key(key)
                    .nonce(nonce)
                    .clock(Clock.systemUTC())
                    .build());
    expect(ear.appraisal("host").orElseThrow().status() == TrustTier.AFFIRMING);
  }

  private void referenceValues() throws RatsException {
    Environment environment =
        Environment.of(EnvironmentClass.builder().vendor("Example").model("one").build());
    MeasurementValues values =
        MeasurementValues.builder().digests(Digest.sha256(nonce)).build();
    Triples triples =
        Triples.builder()
            .reference(new ValuesTriple(environment, List.of(Measurement.of(values))))
            .build();
    Comid comid = Comid.builder(TagIdentity.of(TagId.of("comid")), triples).build();
    Corim corim = Corim.builder(TagId.of("corim")).tag(ConciseTag.of(comid)).build();

    expect(Corim.decode(corim.encode()).equals(corim));
  }

  private void evidenceOfKeys() {
    try {
      Evidence.decode(nonce, EvidenceOptions.STRICT);
      expect(false);
    } catch (DecodingException e) {
      expect(!e.code().isEmpty());
    }
  }

  private static void expect(boolean truth) {
    if (!truth) {
      throw new IllegalStateException("not what was sent");
    }
  }
}
