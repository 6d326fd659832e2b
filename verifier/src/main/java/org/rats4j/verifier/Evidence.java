package org.rats4j.verifier;

import java.security.PublicKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.Element;
import org.rats4j.corim.appraisal.ElementEct;
import org.rats4j.corim.appraisal.KeyEct;
import org.rats4j.corim.appraisal.KeyVerifier;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.verifier.evidence.CryptoKeys;
import org.rats4j.verifier.evidence.EvidenceComponent;

/** The components of one attester as tuples, and what is known of the keys that they name. */
final class Evidence implements KeyVerifier {
  private final List<ElementEct> ects;
  private final Set<Bytes> keys = new HashSet<>();

  Evidence(List<EvidenceComponent> components) {
    ects = components.stream().map(Evidence::ect).flatMap(Optional::stream).toList();
    components.stream()
        .flatMap(component -> component.authority().stream())
        .map(Evidence::encoded)
        .flatMap(Optional::stream)
        .forEach(keys::add);
  }

  List<ElementEct> ects() {
    return ects;
  }

  /** Returns a component as tuple; empty if it does not say what it is, or measures nothing. */
  static Optional<ElementEct> ect(EvidenceComponent component) {
    if (component.environment().isEmpty() || component.measurements().isEmpty()) {
      return Optional.empty();
    }
    ElementEct ect =
        ElementEct.evidence(
            component.environment().get(),
            Authority.of(component.authority()),
            component.measurements().stream().map(Element::of).toList());
    return Optional.of(component.profile().map(ect::withProfile).orElse(ect));
  }

  /**
   * A key that signed this evidence has shown that the device has it; of others nothing is known.
   */
  @Override
  public Verdict verify(CryptoKey key, int keyType, Environment environment, Instant now) {
    return keyType == KeyEct.ATTEST_KEY && encoded(key).filter(keys::contains).isPresent()
        ? Verdict.VERIFIED
        : Verdict.INDETERMINATE;
  }

  private static Optional<Bytes> encoded(CryptoKey key) {
    return CryptoKeys.verificationKey(key)
        .flatMap(VerificationKey::publicKey)
        .map(PublicKey::getEncoded)
        .map(Bytes::copyOf);
  }
}
