package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.Bytes;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.jose.Jws;

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

  @Test
  void takesAJwtWithoutSignatureForUnsignedClaims() {
    String jwt = file("tokens/jwt-alg-none.jwt");
    Run inspected = Run.of("inspect", jwt);
    Run refused = Run.of("verify", "--key", KEY, "--at", AT, jwt);
    Run named = Run.of("verify", "--channel", "mTLS=device 7", "--at", AT, jwt);
    Run asJwt = Run.of("verify", "--as", "jwt", "--key", KEY, "--at", AT, jwt);

    assertEquals(0, inspected.exit(), inspected.err());
    assertTrue(inspected.out().contains(": uccs in json"), inspected.out());
    assertTrue(inspected.out().contains("alg is none"), inspected.out());
    assertTrue(inspected.out().contains("eat_nonce"), inspected.out());
    assertEquals(ExitCode.NOT_VERIFIED, refused.exit(), refused.err());
    assertTrue(refused.err().contains("UNPROTECTED_NOT_ALLOWED"), refused.err());
    assertEquals(0, named.exit(), named.err());
    assertEquals(ExitCode.UNDECODABLE, asJwt.exit(), asJwt.err());
    assertTrue(asJwt.err().contains("inspect them as uccs"), asJwt.err());
  }

  @Test
  void readsTheBundlesOfGpuVerifiersIfAskedTo(@TempDir Path folder) throws Exception {
    Keys keys = Keys.in(folder);
    Signer signer = Signers.of(Keys.pair().getPrivate(), Algorithms.ES256);
    String gpu =
        Jws.builder()
            .payload(Bytes.ofUtf8("{\"measres\":\"success\",\"hwmodel\":\"GH100 A01\"}"))
            .sign(signer);
    String digest = CoseHash.digest(CoseHash.SHA_256, Bytes.ofUtf8(gpu)).orElseThrow().toHex();
    String main =
        Jws.builder()
            .payload(
                Bytes.ofUtf8(
                    "{\"submods\":{\"GPU-0\":[\"DIGEST\",[\"SHA-256\",\"" + digest + "\"]]}}"))
            .sign(signer);
    Path file = folder.resolve("bundle.json");
    Files.writeString(file, "[[\"JWT\",\"" + main + "\"],{\"GPU-0\":\"" + gpu + "\"}]");

    Run strict = Run.of("verify", "--key", keys.publicJwk(), file.toString());
    Run lenient = Run.of("verify", "--lenient", "--key", keys.publicJwk(), file.toString());

    assertEquals(ExitCode.UNDECODABLE, strict.exit(), strict.err());
    assertEquals(0, lenient.exit(), lenient.err());
    assertTrue(lenient.out().contains("submods/GPU-0: \"SIGNED_VERIFIED\""), lenient.out());
    assertTrue(lenient.out().contains("HEX_DIGEST"), lenient.out());
  }
}
