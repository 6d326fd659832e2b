package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rats appraise} of evidence on keys of an HSM. */
class AppraiseHsmTest {
  private static final Path VECTORS = Path.of("../../shared/vectors");

  @TempDir private Path folder;

  private Run appraise(String... more) throws Exception {
    Assumptions.assumeTrue(Files.exists(VECTORS), "no vectors here");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "appraise",
                "--evidence",
                VECTORS.resolve("pkix/ok/full-explicit-intermediates.der").toString(),
                "--corim",
                VECTORS.resolve("corim/services/corim-cca-platform-valid.cbor").toString(),
                "--unsigned",
                "--lenient",
                "--at",
                "2026-11-01T00:00:00Z",
                "--explain",
                "--sign-key",
                Keys.in(folder).privateJwk(),
                "-o",
                folder.resolve("ear.jwt").toString()));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  @Test
  void readsItsComponentsByTheAnchor() throws Exception {
    Run run = appraise("--trust-anchor", VECTORS.resolve("pkix/pki/root-ca.pem").toString());

    assertEquals(4, run.exit(), run.err());
    assertTrue(run.out().contains("hardware"), run.out());
    assertTrue(Files.size(folder.resolve("ear.jwt")) > 0);
  }

  @Test
  void saysWhetherAKeyOrAnAnchorMadeItsSignerTrusted() throws Exception {
    String anchor = VECTORS.resolve("pkix/pki/root-ca.pem").toString();

    Run named = appraise("--key", VECTORS.resolve("pkix/pki/ak-1.pem").toString());
    Run anchored = appraise("--key", Keys.in(folder).publicJwk(), "--trust-anchor", anchor);

    assertEquals(4, named.exit(), named.err());
    assertTrue(named.out().contains("a key that was given to the verifier"), named.out());
    assertEquals(4, anchored.exit(), anchored.err());
    assertTrue(anchored.out().contains("lead to a trust anchor"), anchored.out());
  }

  @Test
  void refusesASignerWhomNobodyTrusts() throws Exception {
    Run nobody = appraise();
    Run another = appraise("--key", Keys.in(folder).publicJwk());

    assertEquals(3, nobody.exit(), nobody.out());
    assertTrue(nobody.err().contains("UNKNOWN_KEY"), nobody.err());
    assertEquals(3, another.exit(), another.out());
    assertTrue(another.err().contains("note: name the key of the device"), another.err());
  }
}
