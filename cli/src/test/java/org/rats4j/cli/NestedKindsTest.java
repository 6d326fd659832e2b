package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NestedKindsTest {
  private static final String KEY = file("keys/es256-attester.jwk.json");
  private static final String INNER_KEY = file("keys/es256-inner.jwk.json");
  private static final String AT = "2023-11-14T22:15:00Z";

  private static String file(String name) {
    return Vectors.folder().resolve("eat").resolve(name).toString();
  }

  @Test
  void tellsUnsignedClaimsAndBundlesFromTokens() {
    Run uccs = Run.of("inspect", file("uccs/self-described.cbor"));
    Run cbor = Run.of("inspect", file("deb/deb-two.cbor"));
    Run json = Run.of("inspect", file("deb/deb-json.json"));
    Run ujcs = Run.of("inspect", "--as", "uccs", file("uccs/ujcs.json"));

    assertTrue(uccs.out().contains(": uccs in cbor"), uccs.out() + uccs.err());
    assertTrue(cbor.out().contains(": deb in cbor"), cbor.out() + cbor.err());
    assertTrue(cbor.out().contains("main token"), cbor.out());
    assertTrue(json.out().contains(": deb in json"), json.out() + json.err());
    assertTrue(ujcs.out().contains(": uccs in json"), ujcs.out() + ujcs.err());
  }

  @Test
  void showsTheTrustOfEachSubmodule() {
    Run bundle = Run.of("verify", "--key", KEY, "--at", AT, file("deb/deb-missing.cbor"));
    Run both =
        Run.of(
            "verify", "--key", KEY, "--key", INNER_KEY, "--at", AT, file("nested/cwt-in-cwt.cbor"));
    Run outerOnly =
        Run.of("verify", "--outer-only", "--key", KEY, "--at", AT, file("nested/cwt-in-cwt.cbor"));

    assertEquals(0, bundle.exit(), bundle.err());
    assertTrue(bundle.out().contains("DIGEST_MATCHED"), bundle.out());
    assertTrue(bundle.out().contains("DIGEST_MISSING"), bundle.out());
    assertEquals(0, both.exit(), both.err());
    assertTrue(both.out().contains("submods/se: \"SIGNED_VERIFIED\""), both.out());
    assertEquals(0, outerOnly.exit(), outerOnly.err());
    assertTrue(outerOnly.out().contains("submods/se: \"SIGNED_UNVERIFIED\""), outerOnly.out());
  }

  @Test
  void refusesAChangedBundleAndClaimsThatNothingProtects() {
    Run changed = Run.of("verify", "--key", KEY, "--at", AT, file("deb/deb-changed.cbor"));
    Run uccs = Run.of("verify", "--key", KEY, "--at", AT, file("uccs/minimal.cbor"));

    assertEquals(3, changed.exit(), changed.out());
    assertTrue(changed.err().contains("DIGEST_MISMATCH"), changed.err());
    assertEquals(3, uccs.exit(), uccs.out());
    assertTrue(uccs.err().contains("UNPROTECTED_NOT_ALLOWED"), uccs.err());
  }

  @Test
  void refusesATokenWithANestedOneThatIsByNoKeyGiven() {
    Run unknown = Run.of("verify", "--key", KEY, "--at", AT, file("nested/cwt-in-cwt.cbor"));
    Run forged =
        Run.of(
            "verify",
            "--key",
            KEY,
            "--key",
            INNER_KEY,
            "--at",
            AT,
            file("nested/cwt-in-cwt-inner-forged.cbor"));

    for (Run run : List.of(unknown, forged)) {
      assertEquals(3, run.exit(), run.out());
      assertTrue(run.err().contains("submods/se"), run.err());
    }
  }

  @Test
  void takesClaimsWithoutSignatureFromANamedChannelOnly() {
    Run named =
        Run.of("verify", "--channel", "mTLS=device 7", "--at", AT, file("uccs/minimal.cbor"));
    Run asToken = Run.of("inspect", "--as", "eat", file("uccs/minimal.cbor"));
    Run nameless = Run.of("verify", "--channel", "mTLS=", file("uccs/minimal.cbor"));

    assertEquals(0, named.exit(), named.err());
    assertTrue(named.out().contains("token: \"UNPROTECTED\""), named.out());
    assertTrue(named.out().contains("nothing but the channel"), named.out());
    assertEquals(ExitCode.UNDECODABLE, asToken.exit(), asToken.err());
    assertTrue(asToken.err().contains("have no signature"), asToken.err());
    assertEquals(ExitCode.USAGE, nameless.exit(), nameless.err());
  }
}
