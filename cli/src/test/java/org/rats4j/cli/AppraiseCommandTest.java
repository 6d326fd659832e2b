package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.Bytes;
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
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Triples;

class AppraiseCommandTest {
  private static final Path VECTORS = Path.of("../../shared/vectors/corim");
  private static final String REALM_NONCE =
      "6f24d6b9635a2c8bbf58e908b94e04c1bfb3ae80cdebe832424578499fe31761"
          + "e7f5e1d8bce0121844f54abdfa5286da88f53a657b15335c9396b4329254bc5c";

  @TempDir private Path folder;
  private Keys keys;

  @BeforeEach
  void makeKeys() throws Exception {
    keys = Keys.in(folder);
  }

  private Run cca(String... more) {
    Assumptions.assumeTrue(Files.exists(VECTORS), "no vectors here");
    List<String> arguments = new ArrayList<>();
    arguments.add("appraise");
    arguments.addAll(List.of("--evidence", VECTORS.resolve("cca/services-cca-good.cbor") + ""));
    arguments.addAll(List.of("--sign-key", keys.privateJwk()));
    arguments.addAll(List.of("-o", folder.resolve("ear.jwt").toString()));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  private static String corim(String name) {
    return VECTORS.resolve("services/" + name).toString();
  }

  @Test
  void appraisesACcaTokenByTheReferenceValuesOfItsPeer() {
    Run run =
        cca(
            "--corim",
            corim("corim-cca-platform-valid.cbor"),
            corim("corim-cca-realm-valid.cbor"),
            "--unsigned",
            "--lenient",
            "--nonce",
            REALM_NONCE,
            "--explain");

    assertEquals("", run.err());
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
}
