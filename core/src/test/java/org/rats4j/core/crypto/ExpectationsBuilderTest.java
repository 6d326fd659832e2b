package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseExpectations;

class ExpectationsBuilderTest {
  private static final VerificationKey A = key(KeyKind.P256);
  private static final VerificationKey B = key(KeyKind.P384);

  private static VerificationKey key(KeyKind kind) {
    return VerificationKey.of(TestKeys.ofBundled(kind).getPublic());
  }

  /** Expectations of signatures, as the modules above have them. */
  private static final class Signatures extends ExpectationsBuilder<Signatures> {
    @Override
    protected Signatures self() {
      return this;
    }

    Clock time() {
      return timeSource();
    }

    List<VerificationKey> resolve(Bytes... chain) throws VerificationException {
      return resolver().resolve(KeyHints.ofChain(List.of(chain)));
    }
  }

  @Test
  void triesEachOfTheKeys() throws Exception {
    assertEquals(List.of(A, B), new Signatures().key(A).key(B).resolve());
    assertEquals(
        List.of(A, B),
        CoseExpectations.builder().key(A).key(B).build().keys().resolve(KeyHints.NONE));
    assertEquals(List.of(B), new Signatures().keys(hints -> List.of()).key(B).resolve());
    assertEquals(List.of(A, B), new Signatures().key(A).keys(hints -> List.of()).key(B).resolve());
    assertEquals(List.of(A), new Signatures().keys(hints -> List.of(A)).key(B).key(A).resolve());
  }

  @Test
  void leavesWhatWasBuiltAsItIs() throws Exception {
    Signatures builder = new Signatures().key(A);
    KeyResolver built = builder.resolver();

    builder.key(B);

    assertEquals(List.of(A), built.resolve(KeyHints.NONE));
  }

  @Test
  void asksTheAnchorsLastAndAtTheTimeOfTheClock() throws Exception {
    TestCa root = TestCa.root("root", KeyKind.P256);
    X509Certificate leaf = root.issueLeaf(TestKeys.ofJdk(KeyKind.P384));
    Bytes der = TestCa.der(leaf);
    TrustAnchors anchors = TrustAnchors.of(root.certificate());
    Clock now = Clock.fixed(TestCa.NOW, ZoneOffset.UTC);
    Clock late = Clock.fixed(TestCa.UNTIL.plusSeconds(1), ZoneOffset.UTC);

    Signatures expected = new Signatures().trustAnchors(anchors).clock(now);

    assertEquals(now, expected.time());
    assertEquals(leaf.getPublicKey(), expected.resolve(der).get(0).publicKey().orElseThrow());
    assertEquals(List.of(A), new Signatures().trustAnchors(anchors).key(A).resolve(der));
    assertThrows(
        VerificationException.class,
        () -> new Signatures().trustAnchors(anchors).clock(late).resolve(der));
  }

  @Test
  void refusesWhatTrustsNobodyOrAllowsNothing() {
    Signatures nobody = new Signatures();
    assertThrows(NullPointerException.class, () -> nobody.key(null));
    assertThrows(IllegalStateException.class, nobody::resolve);
    assertThrows(IllegalStateException.class, () -> CoseExpectations.builder().build());
    assertThrows(IllegalArgumentException.class, () -> new Signatures().algorithms(Set.of()));
  }

  @Test
  void refusesAMacWhereASignatureIsDue() {
    Set<Long> mac = Set.of(Algorithms.HMAC_256);

    assertThrows(IllegalArgumentException.class, () -> new Signatures().algorithms(mac));
    assertEquals(mac, CoseExpectations.builder().key(A).algorithms(mac).build().algorithms());
  }
}
