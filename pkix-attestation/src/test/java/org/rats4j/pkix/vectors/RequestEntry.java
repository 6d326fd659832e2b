package org.rats4j.pkix.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Set;
import java.util.stream.Collectors;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.pkix.AttestationRequest;
import org.rats4j.pkix.EvidenceOptions;
import org.rats4j.pkix.EvidenceSigner;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.hsm.Attester;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.VectorEntry;

/** Entries of kind {@code pkix-request}. */
public final class RequestEntry {
  private RequestEntry() {}

  /** Checks an entry. */
  public static void check(VectorEntry entry) throws Exception {
    Bytes content = Bytes.copyOf(entry.content());
    Set<String> expected = Set.copyOf(entry.texts("findings"));
    if (entry.expect() == Expect.INVALID) {
      DecodingException e =
          assertThrows(
              DecodingException.class,
              () -> AttestationRequest.decode(content, EvidenceOptions.LENIENT));
      assertEquals(expected, Set.of(e.code()));
      return;
    }
    AttestationRequest request = AttestationRequest.decode(content, EvidenceOptions.STRICT);
    assertEquals(content, request.encoded());
    Set<String> ofAttester =
        expected.stream().filter(c -> c.startsWith("REQUEST_")).collect(Collectors.toSet());
    if (ofAttester.isEmpty()) {
      assertTrue(EvidenceEntry.codes(request.findings()).containsAll(expected));
    } else {
      VerificationException e =
          assertThrows(VerificationException.class, () -> attester().answer(request));
      assertEquals(ofAttester, Set.of(e.code()));
    }
  }

  private static Attester attester() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return Attester.builder()
        .signer(
            EvidenceSigner.ofPublicKey(
                PublicKeyInfo.of(pair.getPublic()),
                Signers.of(pair.getPrivate(), Algorithms.ED25519)))
        .build();
  }
}
