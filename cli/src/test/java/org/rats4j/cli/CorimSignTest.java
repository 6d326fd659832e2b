package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorimSignTest {
  private static final String COMID =
      "{\"tag-identity\": {\"id\": \"t\"}, \"triples\": {\"reference-values\": [{\"environment\":"
          + " {\"class\": {\"vendor\": \"ACME\"}}, \"measurements\": [{\"value\": {\"svn\": 2}}]}]}}";

  @TempDir private Path folder;

  @BeforeEach
  void createCorim() throws Exception {
    Keys.in(folder);
    Files.writeString(folder.resolve("corim.json"), "{\"corim-id\": \"c\"}");
    Files.writeString(folder.resolve("comid.json"), COMID);
    Files.writeString(
        folder.resolve("meta.json"),
        "{\"signer\": {\"name\": \"ACME\", \"uri\": \"https://acme.example\"},"
            + " \"validity\": {\"not-after\": \"2026-12-31T00:00:00Z\"}}");
    Run run = run("corim create --template @corim.json -o @plain.cbor @comid.json");
    assertEquals(0, run.exit(), run.err());
  }

  /** Runs a command; words that begin with @ are files in the folder. */
  private Run run(String command) {
    return Run.of(
        Arrays.stream(command.split(" "))
            .map(word -> word.startsWith("@") ? path(word.substring(1)) : word)
            .toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Run sign(String options) {
    return run("corim sign --key @private.jwk " + options + " -o @signed.cbor @plain.cbor");
  }

  @Test
  void whatWasSignedVerifiesAndComesBack() throws Exception {
    Run sign = sign("--meta @meta.json");
    Run verify = run("corim verify --key @public.jwk -o @back.cbor @signed.cbor");
    Run general = run("verify --key @public.jwk @signed.cbor");

    assertEquals(0, sign.exit(), sign.err());
    assertEquals(0, verify.exit(), verify.err());
    assertTrue(verify.out().contains("verified as of"), verify.out());
    assertTrue(verify.out().contains("signed by ACME"), verify.out());
    assertTrue(verify.out().contains("svn: 2"), verify.out());
    assertEquals(0, general.exit(), general.err());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("plain.cbor")),
        Files.readAllBytes(folder.resolve("back.cbor")));
  }

  @Test
  void inspectShowsWhoSignedAndWhat() {
    sign("--meta @meta.json");

    Run inspect = run("inspect @signed.cbor");

    assertTrue(inspect.out().contains("signed-corim in cose, signed, not verified"), inspect.out());
    assertTrue(inspect.out().contains("signer-name: \"ACME\""), inspect.out());
    assertTrue(inspect.out().contains("svn: 2"), inspect.out());
  }

  @Test
  void theCorimMayGoItsOwnWay() {
    Run sign = sign("--issuer ACME --detached");

    assertEquals(0, sign.exit(), sign.err());
    assertEquals(3, run("corim verify --key @public.jwk @signed.cbor").exit());
    Run right = run("corim verify --key @public.jwk --payload @plain.cbor @signed.cbor");
    assertEquals(0, right.exit(), right.err());
    assertEquals(
        3, run("corim verify --key @public.jwk --payload @corim.json @signed.cbor").exit());
  }

  @Test
  void theHashMayBeSigned() {
    Run sign = sign("--signer ACME --hash SHA-384 --location https://acme.example/c");

    assertEquals(0, sign.exit(), sign.err());
    Run alone = run("corim verify --key @public.jwk @signed.cbor");
    Run whole = run("corim verify --key @public.jwk --preimage @plain.cbor @signed.cbor");
    Run other = run("corim verify --key @public.jwk --preimage @corim.json @signed.cbor");
    assertEquals(0, alone.exit(), alone.err());
    assertTrue(alone.err().contains("only the hash was verified"), alone.err());
    assertEquals(0, whole.exit(), whole.err());
    assertTrue(whole.out().contains("svn: 2"), whole.out());
    assertEquals(3, other.exit(), other.err());
  }

  @Test
  void aSignatureCountsForItsTime() {
    sign("--signer ACME --not-before 2026-01-01T00:00:00Z --not-after 2026-06-30T00:00:00Z");

    Run now = run("corim verify --key @public.jwk @signed.cbor");
    Run then = run("corim verify --key @public.jwk --at 2026-06-29T00:00:00Z @signed.cbor");
    Run before = run("corim verify --key @public.jwk --at 2025-12-31T00:00:00Z @signed.cbor");

    assertEquals(3, now.exit());
    assertTrue(now.err().contains("EXPIRED"), now.err());
    assertEquals(0, then.exit(), then.err());
    assertTrue(before.err().contains("NOT_YET_VALID"), before.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | nobody signs",
        "--meta @meta.json --signer ACME | leave out --signer",
        "--meta @meta.json --issuer OTHER | iss is not the signer-name",
        "--meta @meta.json --issuer ACME --hash MD5 | unknown hash",
        "--signer ACME --detached --hash SHA-256 | do not go together",
        "--signer ACME --location x | --location needs --hash",
        "--signer-uri x | --signer-uri needs --signer",
        "--signer ACME --not-before 2026-01-01T00:00:00Z | --not-before needs --not-after",
        "--meta @comid.json | comid.json",
      })
  void signRefusesWordsThatDoNotGoTogether(String options, String message) {
    Run run = sign(options.isEmpty() ? "--lenient" : options);

    assertEquals(2, run.exit(), run.err());
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void signRefusesWhatAVerifierWould() {
    Run run = run("corim sign --key @private.jwk --signer A -o @s.cbor @corim.json");
    Run publicKey = run("corim sign --key @public.jwk --signer A -o @s.cbor @plain.cbor");

    assertEquals(1, run.exit());
    assertEquals(2, publicKey.exit());
  }

  @Test
  void lintExtractAndDiffReadSignedOnesToo() {
    sign("--signer ACME");

    Run lint = run("corim lint @signed.cbor");
    Run diff = run("corim diff @plain.cbor @signed.cbor");
    Run extract = run("corim extract --to json --dir @x @signed.cbor");

    assertEquals(0, lint.exit(), lint.err());
    assertTrue(lint.err().contains("the signature was not verified"), lint.err());
    assertEquals(0, diff.exit(), diff.err());
    assertEquals(0, extract.exit(), extract.err());
    assertTrue(Files.exists(folder.resolve("x/0.comid.json")));
  }

  @Test
  void lintMissesTheSignerAmongEntitiesOfUnsignedOnesOnly() throws Exception {
    Files.writeString(
        folder.resolve("corim.json"),
        "{\"corim-id\": \"c\", \"entities\": [{\"name\": \"ACME\", \"roles\":"
            + " [\"manifestCreator\"]}]}");
    run("corim create --template @corim.json -o @named.cbor @comid.json");
    run("corim sign --key @private.jwk --signer ACME -o @signed.cbor @named.cbor");

    Run unsigned = run("corim lint @named.cbor");
    Run signed = run("corim lint @signed.cbor");

    assertTrue(unsigned.out().contains(": 1 remark\n"), unsigned.out());
    assertTrue(unsigned.out().contains("SIGNER_ENTITY_MISSING"), unsigned.out());
    assertTrue(signed.out().contains(": nothing to remark\n"), signed.out());
    assertEquals(1, signed.err().split("was not verified", -1).length - 1, signed.err());
  }

  @Test
  void aListOfTagsIsATagLikeOthers() throws Exception {
    Files.writeString(
        folder.resolve("list.json"),
        "{\"tag-identity\": {\"id\": \"l\"}, \"tags-list\": [{\"id\": \"t\"}],"
            + " \"validity\": {\"not-after\": \"2026-12-31T00:00:00Z\"}}");

    Run create = run("corim create --template @corim.json -o @list.cbor @comid.json @list.json");
    Run extract = run("corim extract --to json --dir @x @list.cbor");
    Run cbor = run("convert --to cbor -o @cotl.cbor @list.json");
    Run inspect = run("inspect @cotl.cbor @list.json @list.cbor");

    assertEquals(0, create.exit() + extract.exit() + cbor.exit(), create.err() + cbor.err());
    assertTrue(Files.exists(folder.resolve("x/1.cotl.json")));
    assertTrue(inspect.out().contains("cotl in cbor"), inspect.out());
    assertTrue(inspect.out().contains("cotl in json"), inspect.out());
    assertTrue(inspect.out().contains("type: \"cotl\""), inspect.out());
  }

  @Test
  void aChainLeadsToAnAnchor() {
    Path vectors = Vectors.folder().resolve("corim");
    List<String> words =
        new ArrayList<>(List.of("corim", "verify", "--at", "2026-06-01T00:00:00Z"));
    words.addAll(
        List.of("--trust-anchor", vectors.resolve("keys/corim-store-root.der").toString()));
    words.add(vectors.resolve("corim-store/signed-with-cert-cca-ta.cose").toString());

    Run run = Run.of(words.toArray(String[]::new));

    assertEquals(0, run.exit(), run.err());
  }
}
