package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

class AppraiseCommandTest {
  private static final Path VECTORS = Path.of("../../shared/vectors/corim");
  private static final String REALM_NONCE =
      "6f24d6b9635a2c8bbf58e908b94e04c1bfb3ae80cdebe832424578499fe31761"
          + "e7f5e1d8bce0121844f54abdfa5286da88f53a657b15335c9396b4329254bc5c";

  private static final String NONCE = "00".repeat(32);

  @TempDir private Path folder;
  private Keys keys;

  @BeforeEach
  void makeKeys() throws Exception {
    keys = Keys.in(folder);
  }

  private Run appraise(String evidence, String... more) {
    List<String> arguments = new ArrayList<>(List.of("appraise", "--evidence", evidence));
    arguments.addAll(List.of("--sign-key", keys.privateJwk()));
    arguments.addAll(List.of("-o", folder.resolve("ear.jwt").toString()));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  private Run cca(String... more) {
    Assumptions.assumeTrue(Files.exists(VECTORS), "no vectors here");
    return appraise(VECTORS.resolve("cca/services-cca-good.cbor").toString(), more);
  }

  private Run ccaByItsCorims(String... more) {
    return cca(
        with(
            more,
            "--corim",
            corim("corim-cca-platform-valid.cbor"),
            corim("corim-cca-realm-valid.cbor"),
            "--unsigned",
            "--lenient",
            "--nonce",
            REALM_NONCE));
  }

  /** Appraises what the key of the test signed by a CoRIM of other hardware that it signed, too. */
  private Run byOtherHardware(String evidence, String... more) throws Exception {
    return appraise(
        evidence,
        with(
            more,
            "--key",
            keys.publicJwk(),
            "--corim",
            signed(otherHardware()),
            "--endorser-key",
            keys.publicJwk()));
  }

  private static String[] with(String[] more, String... arguments) {
    return Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private static String corim(String name) {
    return VECTORS.resolve("services/" + name).toString();
  }

  @Test
  void appraisesACcaTokenByTheReferenceValuesOfItsPeer() {
    Run run = ccaByItsCorims("--explain");

    assertEquals("", run.err());
    assertTrue(run.out().contains("PROFILE_DIGEST_ALG_INT at "), run.out());
    assertEquals(ExitCode.REJECTED, run.exit());
    assertTrue(run.out().contains("component cca-realm: affirming"), run.out());
    assertTrue(run.out().contains("measurements: 6 of 6"), run.out());
    assertTrue(run.out().contains("component cca-platform: warning"), run.out());
    // The digests agree, and the token names another signer of the software than the CoRIM.
    assertTrue(
        run.out().contains("KEY_POSITION in cca.software-component at cryptokeys (13)"), run.out());
    assertTrue(run.out().contains("signed with the key that a CoRIM names"), run.out());
  }

  @Test
  void refusesUnsignedCorimsUnlessToldOtherwise() {
    Run run = cca("--corim", corim("corim-cca-platform-valid.cbor"), "--lenient");

    assertEquals(ExitCode.USAGE, run.exit());
    assertTrue(run.err().contains("--unsigned"), run.err());
    assertFalse(Files.exists(folder.resolve("ear.jwt")));
  }

  @Test
  void refusesASignatureOverACorimThatIsNotThere() throws Exception {
    Corim corim =
        Corim.builder(TagId.of("a"))
            .tag(
                ConciseTag.of(
                    Comid.builder(
                            TagIdentity.of(TagId.of("b")),
                            Triples.builder()
                                .attestKey(
                                    KeyTriple.of(
                                        Environment.of(
                                            EnvironmentClass.builder().vendor("ACME").build()),
                                        List.of(new TaggedBytes(Bytes.of(1)))))
                                .build())
                        .build()))
            .build();
    Bytes signature =
        SignedCorim.builder(corim, SignerInfo.of(CorimMeta.of("ACME Ltd.")))
            .hashEnvelope(CoseHash.SHA_256)
            .sign(Signers.of(Keys.pair().getPrivate(), Algorithms.ES256));
    Path file = folder.resolve("hash.corim");
    Files.write(file, signature.toByteArray());

    Run run = cca("--corim", file.toString(), "--endorser-key", keys.publicJwk(), "--lenient");

    assertEquals(ExitCode.USAGE, run.exit(), run.err());
    assertTrue(run.err().contains("is not in it"), run.err());
  }

  /** Signs claims in diagnostic notation with the key of the test, and returns the file. */
  private String token(String kind, String claims) throws Exception {
    Path edn = folder.resolve("claims.edn");
    Files.writeString(edn, claims);
    String token = folder.resolve("token.cbor").toString();
    Run run =
        Run.of(
            "sign",
            "--key",
            keys.privateJwk(),
            "--to",
            "cwt",
            "--kind",
            kind,
            "-o",
            token,
            edn.toString());
    assertEquals(ExitCode.OK, run.exit(), run.err());
    return token;
  }

  private String psaToken() throws Exception {
    return token(
        "psa-claims",
        "{10: h'"
            + NONCE
            + "', 256: h'01"
            + "a1".repeat(32)
            + "', 265: \"tag:psacertified.org,2023:psa#tfm\", 2394: 1, 2395: 12288, 2396: h'"
            + "ac".repeat(32)
            + "', 2399: [{1: \"BL\", 2: h'"
            + "b0".repeat(32)
            + "', 5: h'"
            + "51".repeat(32)
            + "'}]}");
  }

  /** Returns a CoRIM with reference values of other hardware. */
  private static Corim otherHardware() {
    return Corim.builder(TagId.of("other hardware"))
        .tag(
            ConciseTag.of(
                Comid.builder(
                        TagIdentity.of(TagId.of("values")),
                        Triples.builder()
                            .reference(
                                new ValuesTriple(
                                    Environment.of(
                                        EnvironmentClass.of(new TaggedBytes(Bytes.of(1)))),
                                    List.of(
                                        Measurement.of(
                                            MeasurementValues.builder().name("BL").build()))))
                            .build())
                    .build()))
        .build();
  }

  private String signed(Corim corim) throws Exception {
    Path file = folder.resolve("signed.corim");
    Files.write(
        file,
        SignedCorim.builder(corim, SignerInfo.of(CorimMeta.of("ACME Ltd.")))
            .sign(Signers.of(Keys.pair().getPrivate(), Algorithms.ES256))
            .toByteArray());
    return file.toString();
  }

  private String unsigned(Bytes corim) throws Exception {
    Path file = folder.resolve("unsigned.corim");
    Files.write(file, corim.toByteArray());
    return file.toString();
  }

  /** Returns the file of a certificate that no chain here leads to. */
  private String root() throws Exception {
    return new PssIssuer(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1))
        .certificate(folder);
  }

  @Test
  void saysWhichEnvironmentsThereAreAndWhoSignedThem() throws Exception {
    Run run = byOtherHardware(psaToken(), "--nonce", NONCE, "--explain");

    assertEquals(ExitCode.REJECTED, run.exit(), run.err());
    assertEquals("", run.err());
    assertTrue(run.out().contains("compared with 1 environment of 1 CoRIM"), run.out());
    assertTrue(run.out().contains("differs in class.class-id"), run.out());
    assertTrue(run.out().contains("signed by \"ACME Ltd.\", key sha-256:"), run.out());
  }

  @Test
  void saysWhichOptionNamesAKeyThatNobodyKnows() throws Exception {
    String corim = signed(otherHardware());

    Run ofEvidence =
        appraise(psaToken(), "--corim", corim, "--endorser-key", keys.publicJwk(), "--max-age=5m");
    Run ofCorim =
        appraise(psaToken(), "--corim", corim, "--endorser-anchor", root(), "--nonce", NONCE);

    assertEquals(ExitCode.NOT_VERIFIED, ofEvidence.exit());
    assertTrue(ofEvidence.err().contains("UNKNOWN_KEY"), ofEvidence.err());
    assertTrue(ofEvidence.err().contains("--trust-anchor"), ofEvidence.err());
    assertEquals(ExitCode.USAGE, ofCorim.exit());
    assertTrue(ofCorim.err().contains("--endorser-key"), ofCorim.err());
  }

  @Test
  void saysWhatASignatureThatIsNotRightMayMean() throws Exception {
    String token = psaToken();
    byte[] bytes = Files.readAllBytes(Path.of(token));
    bytes[bytes.length - 1] ^= 1;
    Files.write(Path.of(token), bytes);

    Run run = byOtherHardware(token, "--nonce", NONCE);

    assertEquals(ExitCode.NOT_VERIFIED, run.exit());
    assertTrue(run.err().contains("BAD_SIGNATURE"), run.err());
    assertTrue(run.err().contains("was changed after it was signed"), run.err());
    assertTrue(run.err().contains("for evidence what --key or"), run.err());
  }

  @Test
  void refusesEvidenceThatIsTooOldOrDoesNotSayHowOldItIs() throws Exception {
    long now = Run.NOW.getEpochSecond();
    String aged = "{6: " + (now - 600) + ", 256: h'01" + "a1".repeat(32) + "'}";

    Run fresh = byOtherHardware(token("eat-claims", aged), "--max-age", "15m");
    Run old = byOtherHardware(token("eat-claims", aged), "--max-age", "pt5m");
    Run silent = byOtherHardware(psaToken(), "--max-age", "7d");
    Run wrong = byOtherHardware(psaToken(), "--max-age", "5 minutes");

    assertEquals(ExitCode.REJECTED, fresh.exit(), fresh.err());
    assertEquals("", fresh.err());
    assertEquals(ExitCode.NOT_VERIFIED, old.exit(), old.err());
    assertEquals(ExitCode.NOT_VERIFIED, silent.exit(), silent.err());
    assertEquals(ExitCode.USAGE, wrong.exit());
    assertTrue(wrong.err().contains("90s"), wrong.err());
  }

  @Test
  void leavesOutABrokenTagAndSaysSo() throws Exception {
    Bytes good = ((ConciseTag.OfComid) otherHardware().tags().get(0)).content();
    CborWriter out = new CborWriter().writeTag(501).startMap(2);
    out.writeInt(0).writeText("half broken").writeInt(1).startArray(2);
    out.writeTag(506).writeBytes(Bytes.of(0xff)).writeTag(506).writeBytes(good);
    String corim = unsigned(out.toBytes());

    String[] known = {"--key", keys.publicJwk(), "--corim", corim, "--unsigned", "--nonce", NONCE};

    Run brief = appraise(psaToken(), known);
    Run run = appraise(psaToken(), with(new String[] {"--explain"}, known));

    assertEquals(ExitCode.REJECTED, run.exit(), run.err());
    assertEquals("", run.err());
    assertTrue(run.out().contains("INVALID_TAG at " + corim + ":corim/"), run.out());
    assertTrue(run.out().contains("compared with 1 environment"), run.out());
    assertTrue(brief.err().startsWith("note: INVALID_TAG at " + corim + ":corim/"), brief.err());
  }

  @Test
  void printsARemarkOnceForAllItsPlaces() {
    Run run = ccaByItsCorims();

    assertTrue(run.err().startsWith("note: PROFILE_DIGEST_ALG_INT at "), run.err());
    assertTrue(run.err().endsWith("named by text (and at 8 more)\n"), run.err());
  }
}
