package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwForm;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimBuilder;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.eat.ClaimCodecs;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCmw;
import org.rats4j.eat.HwModel;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.NumericDate;
import org.rats4j.eat.OemId;
import org.rats4j.eat.measured.MeasuredComponent;

/** What {@code rats appraise} shows beside what is wrong: files, values, certificates, claims. */
class AppraiseExplainTest {
  private static final String NONCE = "00112233445566778899aabbccddeeff";
  private static final String OTHER = "ffeeddccbbaa99887766554433221100";

  private final Signer signer = Signers.of(Keys.pair().getPrivate(), Algorithms.ES256);

  @TempDir private Path folder;
  private Keys keys;

  @BeforeEach
  void makeKeys() throws Exception {
    keys = Keys.in(folder);
  }

  private String file(String name, Bytes content) throws Exception {
    return Files.write(folder.resolve(name), content.toByteArray()).toString();
  }

  private static Corim.Builder corim() {
    Environment environment = Environment.of(EnvironmentClass.of(new TaggedBytes(Bytes.of(1))));
    Measurement measurement = Measurement.of(MeasurementValues.builder().name("BL").build());
    Triples triples =
        Triples.builder().reference(new ValuesTriple(environment, List.of(measurement))).build();
    return Corim.builder(TagId.of("gateways"))
        .tag(ConciseTag.of(Comid.builder(TagIdentity.of(TagId.of("values")), triples).build()));
  }

  private static SignedCorimBuilder signed(Corim.Builder corim) {
    return SignedCorim.builder(corim.build(), SignerInfo.of(CorimMeta.of("ACME Ltd.")));
  }

  private static EatClaims.Builder claims(String nonce) {
    return EatClaims.builder().put(Claims.NONCE, Nonces.of(Bytes.ofHex(nonce)));
  }

  private Bytes token(EatClaims.Builder claims) throws Exception {
    return Eat.cwt(claims.build()).sign(signer);
  }

  private Run appraise(Bytes evidence, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "appraise",
                "--evidence",
                file("evidence", evidence),
                "--key",
                keys.publicJwk(),
                "--sign-key",
                keys.privateJwk(),
                "-o",
                folder.resolve("ear.jwt").toString(),
                "--nonce",
                NONCE));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  private String values() throws Exception {
    return file("values.corim", corim().build().encode());
  }

  @Test
  void showsBothNoncesOfEvidenceInWhateverWrapper() throws Exception {
    Bytes token = token(claims(OTHER));
    Bytes collection =
        CmwCollection.builder().put("a", EatCmw.wrap(token)).build().encode(CmwForm.CBOR);
    for (Bytes evidence : List.of(token, EatCmw.wrap(token).encode(CmwForm.JSON), collection)) {
      Run run = appraise(evidence, "--corim", values(), "--unsigned", "--explain");

      assertEquals(ExitCode.NOT_VERIFIED, run.exit(), run.err());
      assertTrue(run.err().contains("note: nonce asked for:   " + NONCE + "\n"), run.err());
      assertTrue(run.err().contains("note: nonce in evidence: " + OTHER + "\n"), run.err());
    }
  }

  @Test
  void showsANonceOfTextInQuotes() throws Exception {
    EatClaims claims =
        EatClaims.builder().put(Claims.NONCE, Nonces.of(Nonce.ofText("not \u001b[31mred"))).build();

    Run run =
        appraise(Eat.jwt(claims).sign(signer), "--corim", values(), "--unsigned", "--explain");

    assertEquals(ExitCode.NOT_VERIFIED, run.exit(), run.err());
    assertTrue(run.err().contains("nonce in evidence: \"not "), run.err());
    assertFalse(run.err().contains("\u001b"), run.err());
  }

  @Test
  void showsNoValuesUnlessAsked() throws Exception {
    Run run = appraise(token(claims(OTHER)), "--corim", values(), "--unsigned");

    assertEquals(ExitCode.NOT_VERIFIED, run.exit(), run.err());
    assertFalse(run.err().contains(OTHER), run.err());
  }

  @Test
  void saysThatThereIsNoNonce() throws Exception {
    Run run =
        appraise(
            token(EatClaims.builder().put(Claims.SOFTWARE_NAME, "a")),
            "--corim",
            values(),
            "--unsigned",
            "--explain");

    assertEquals(ExitCode.NOT_VERIFIED, run.exit(), run.err());
    assertTrue(run.err().contains("nonce in evidence: none that is understood\n"), run.err());
  }

  @Test
  void showsWhenEvidenceEndedAndWhatTimeItIs() throws Exception {
    NumericDate end = NumericDate.of(Instant.parse("2026-11-20T12:00:00Z"));

    Run run =
        appraise(
            token(claims(NONCE).put(Claims.EXPIRATION, end)),
            "--corim",
            values(),
            "--unsigned",
            "--explain");

    assertEquals(ExitCode.NOT_VERIFIED, run.exit(), run.err());
    assertTrue(run.err().contains("the token ended at 2026-11-20T12:00:00Z"), run.err());
    assertTrue(run.err().contains("were compared with 2026-11-21T12:00:00Z"), run.err());
  }

  @Test
  void showsUntilWhenASignatureCounted() throws Exception {
    EpochTime end = EpochTime.of(Instant.parse("2026-01-01T00:00:00Z"));
    CorimMeta meta = CorimMeta.of("ACME Ltd.").withValidity(Validity.until(end));
    String corim =
        file("old.corim", SignedCorim.builder(corim().build(), SignerInfo.of(meta)).sign(signer));

    Run run =
        appraise(
            token(claims(NONCE)),
            "--corim",
            corim,
            "--endorser-key",
            keys.publicJwk(),
            "--explain");

    assertEquals(ExitCode.USAGE, run.exit(), run.err());
    assertTrue(
        run.err().contains("old.corim: EXPIRED: signature counted until 2026-01-01T00:00:00Z"),
        run.err());
    assertTrue(run.err().contains("were compared with 2026-11-21T12:00:00Z"), run.err());
  }

  @Test
  void namesTheFileOfACorimThatIsLeftOut() throws Exception {
    EpochTime end = EpochTime.of(Instant.parse("2026-01-01T00:00:00Z"));
    String corim = file("old.corim", corim().validity(Validity.until(end)).build().encode());

    Run brief = appraise(token(claims(NONCE)), "--corim", corim, "--unsigned");
    Run explained = appraise(token(claims(NONCE)), "--corim", corim, "--unsigned", "--explain");

    assertTrue(
        brief
            .err()
            .contains(
                "note: CORIM_EXPIRED at "
                    + corim
                    + ": CoRIM gateways: counted until 2026-01-01T00:00:00Z"),
        brief.err());
    assertTrue(explained.out().endsWith("\nfiles:\n  CoRIM gateways: " + corim + "\n"));
  }

  @Test
  void showsTheSubjectOfTheCertificateByWhichASignerIsTrusted() throws Exception {
    String certificate = AkCertificate.in(folder.resolve("maker.pem"), Keys.pair());
    Bytes der =
        Pem.decode(Bytes.ofUtf8(Files.readString(Path.of(certificate))), DecodeOptions.STRICT)
            .get(0)
            .content();
    String corim =
        file("chained.corim", signed(corim()).certificateChain(List.of(der)).sign(signer));
    Digest digest = Digest.sha256Of(Bytes.of(1));
    Bytes token =
        token(
            claims(NONCE)
                .put(Claims.OEM_ID, OemId.pen(32473))
                .put(Claims.HARDWARE_MODEL, new HwModel(Bytes.of(2)))
                .put(
                    Claims.MEASUREMENTS,
                    List.of(MeasuredComponent.of("BL", digest).body(Encoding.CBOR))));

    Run byAnchor = appraise(token, "--corim", corim, "--endorser-anchor", certificate, "--explain");
    Run byKey =
        appraise(
            token,
            "--corim",
            corim,
            "--endorser-anchor",
            certificate,
            "--endorser-key",
            keys.publicJwk(),
            "--explain");

    assertTrue(
        byAnchor.out().contains("signed by \"ACME Ltd.\", certificate of CN=AK with key sha-256:"),
        byAnchor.out() + byAnchor.err());
    assertTrue(byKey.out().contains("signed by \"ACME Ltd.\", key sha-256:"), byKey.out());
  }

  @Test
  void saysWhatEvidenceIsIfItIsNone() throws Exception {
    Run text = appraise(Bytes.ofUtf8("hello\n"), "--corim", values(), "--unsigned");
    Run corim = appraise(corim().build().encode(), "--corim", values(), "--unsigned");
    Run ofOption = appraise(token(claims(NONCE)), "--corim", file("a", Bytes.of(1)), "--unsigned");

    assertEquals(ExitCode.UNDECODABLE, text.exit());
    assertTrue(text.err().contains("(NO_HANDLER)"), text.err());
    assertTrue(text.err().contains("note: evidence is an EAT"), text.err());
    assertEquals(ExitCode.UNDECODABLE, corim.exit());
    assertTrue(corim.err().contains("note: evidence is an EAT"), corim.err());
    assertEquals(ExitCode.USAGE, ofOption.exit());
    assertFalse(ofOption.err().contains("evidence is an EAT"), ofOption.err());
  }

  @Test
  void losesNoClaimThatNobodyKnows() throws Exception {
    ClaimKey<Long> fanSpeed = ClaimKey.of(-70001, "fan-speed", ClaimCodecs.UNSIGNED);

    Run run =
        appraise(token(claims(NONCE).put(fanSpeed, 4200L)), "--corim", values(), "--unsigned");
    Run result = Run.of("inspect", "--json", folder.resolve("ear.jwt").toString());

    assertEquals(ExitCode.REJECTED, run.exit(), run.err());
    assertTrue(result.out().contains("-70001"), result.out());
    assertTrue(result.out().contains("4200"), result.out());
  }
}
