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
}
