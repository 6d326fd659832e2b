package org.rats4j.cli.kind;

import java.util.Optional;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.pkix.AttestationKeyResolver;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.PublicKeyInfo;

/** Whose evidence about the keys of an HSM is believed, by the options of a command. */
public final class HsmTrust {
  /** What such evidence comes as here; none is registered. Without a type its first byte tells. */
  public static final MediaType TYPE = MediaType.of("application/vnd.rats4j.hsm-evidence");

  private HsmTrust() {}

  /** Returns expectations that trust these keys, by name and without, and these anchors. */
  public static EvidenceExpectations.Builder of(KeyResolver keys, Optional<TrustAnchors> anchors)
      throws VerificationException {
    EvidenceExpectations.Builder expected =
        EvidenceExpectations.builder().keys(AttestationKeyResolver.of(keys));
    anchors.ifPresent(expected::trustAnchors);
    for (VerificationKey key : keys.resolve(KeyHints.NONE)) {
      key.publicKey().ifPresent(named -> expected.key(PublicKeyInfo.of(named)));
    }
    return expected;
  }
}
