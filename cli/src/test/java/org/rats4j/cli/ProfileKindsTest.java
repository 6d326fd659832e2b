package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.json.JsonObject;

class ProfileKindsTest {
  private static final Path EAT = Vectors.folder().resolve("eat");

  @TempDir private Path folder;

  private static String file(String name) {
    return EAT.resolve(name).toString();
  }

  /**
   * A bare claims-set has no signature to verify, so decoding says whether it keeps its profile.
   */
  @TestFactory
  Stream<DynamicTest> acceptsClaimsThatKeepTheirProfile() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonObject entry : Vectors.entries("eat")) {
      String kind = Vectors.text(entry, "kind");
      if (kind.matches("psa-claims|cca-.*-claims")) {
        String name = Vectors.text(entry, "file");
        int exit = Vectors.text(entry, "expect").equals("valid") ? 0 : 1;
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () ->
                    assertEquals(exit, Run.of("inspect", "--as", kind, file(name)).exit(), name)));
      }
    }
    assertTrue(tests.size() > 20);
    return tests.stream();
  }

  @Test
  void tellsATokenOfAProfileFromOthers() throws Exception {
    Run psa = Run.of("inspect", file("psa/rfc9783-sign1.cbor"));
    Run draft = Run.of("inspect", file("psa/psa-2-0-0-mac0.cbor"));
    Run cca = Run.of("inspect", file("cca/made-collection-tag907.cbor"));
    Run legacy = Run.of("inspect", file("cca/made-collection-tag399.cbor"));
    Run other = Run.of("inspect", file("constrained-profile/ok-kid.cbor"));

    assertTrue(psa.out().contains(": psa-token in cose"), psa.out());
    assertTrue(psa.out().contains("psa-security-lifecycle: 12288 (secured)"), psa.out());
    assertTrue(draft.out().contains(": psa-token in cose"), draft.out());
    assertTrue(cca.out().contains(": cca-token in cbor"), cca.out());
    assertTrue(cca.out().contains("cca-realm-initial-measurement"), cca.out());
    assertTrue(legacy.out().contains("form: \"legacy\""), legacy.out());
    assertTrue(other.out().contains(": cwt in cose"), other.out());
  }

  @Test
  void showsATokenThatBreaksItsProfileAndVerifiesItNot() throws Exception {
    String file = file("psa/made-sign1-tag61.cbor");
    String key = file("keys/es256-attester.jwk.json");

    Run inspect = Run.of("inspect", file);
    Run verify = Run.of("verify", "--key", key, file);

    assertEquals(0, inspect.exit());
    assertEquals(3, verify.exit());
    assertTrue(verify.err().contains("tag 61 must not be there"), verify.err());
  }

  @Test
  void verifiesACcaTokenForTheNonceOfItsRealm() throws Exception {
    String file = file("cca/made-collection-tag907.cbor");
    String key = file("keys/es384-attester.jwk.json");

    Run fresh = Run.of("verify", "--key", key, "--nonce", "00".repeat(64), file);
    Run swapped = Run.of("verify", "--key", key, file("cca/made-binder-mismatch.cbor"));

    assertEquals(3, fresh.exit());
    assertTrue(fresh.err().contains("realm/eat_nonce"), fresh.err());
    assertEquals(3, swapped.exit());
    assertTrue(swapped.err().contains("BINDER_MISMATCH"), swapped.err());
  }

  @Test
  void signsClaimsAsTheirProfileWantsIt() throws Exception {
    Keys keys = Keys.in(folder);
    String token = folder.resolve("token.cbor").toString();

    Run sign =
        Run.of(
            "sign",
            "--kind",
            "psa-claims",
            "--to",
            "cwt",
            "--key",
            keys.privateJwk(),
            "-o",
            token,
            file("psa/rfc9783-claims-full.cbor"));
    Run verify = Run.of("verify", "--key", keys.publicJwk(), token);

    assertEquals(0, sign.exit(), sign.err());
    assertEquals(0, verify.exit(), verify.err());
    assertTrue(verify.out().contains("psa-token"), verify.out());
  }

  @Test
  void convertsNoTokenIntoAnotherEncoding() throws Exception {
    Run json = Run.of("convert", "--to", "json", file("cca/made-collection-tag907.cbor"));
    Run diag = Run.of("convert", "--to", "diag", file("cca/made-collection-tag907.cbor"));

    assertEquals(1, json.exit());
    assertEquals(0, diag.exit(), diag.err());
    assertTrue(diag.out().startsWith("907({"), diag.out());
  }
}
