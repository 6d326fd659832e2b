package org.rats4j.verifier.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatKeyHints;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.cca.CcaToken;

/**
 * Arm CCA tokens: the platform, signed by a key that the verifier trusts, and the realm, whose key
 * the platform vouches for. They become two components; the realm is a part of the platform.
 *
 * <p>The nonce is that of the realm. The authority of the realm is its own key alone: what
 * endorsers say of platforms is not said of the realms on them. A token with any other part is
 * refused.
 */
public final class CcaHandler implements EvidenceHandler {
  private static final Set<String> TYPES =
      Set.of("application/eat-collection", "application/vnd.arm.cca-token");
  private static final Label PLATFORM_LABEL = Label.of(44234);
  private static final Label REALM_LABEL = Label.of(44241);

  /** Creates a handler. */
  public CcaHandler() {}

  @Override
  public boolean accepts(EvidenceMessage message) {
    if (message.type().isPresent()) {
      return TYPES.contains(message.type().get().name());
    }
    return message.collection().map(CcaHandler::hasHalves).orElse(isLegacy(message.value()));
  }

  private static boolean hasHalves(CmwCollection collection) {
    return collection.get(PLATFORM_LABEL).isPresent() && collection.get(REALM_LABEL).isPresent();
  }

  /** Tag 399. */
  private static boolean isLegacy(Bytes value) {
    return value.size() > 3 && value.at(0) == 0xd9 && value.at(1) == 0x01 && value.at(2) == 0x8f;
  }

  @Override
  public List<EvidenceComponent> verify(EvidenceMessage message, EvidenceContext context)
      throws DecodingException, VerificationException {
    KeyTrace keys = new KeyTrace(context.keys(), context.clock(), CcaHandler::claimed);
    EatExpectations.Builder expected =
        EatExpectations.builder()
            .keys(keys)
            .algorithms(context.algorithms())
            .clock(context.clock());
    EatHandler.expectFreshness(expected, context);
    CcaToken token =
        CcaToken.decode(
                message.value(), context.isLenient() ? EatOptions.LENIENT : EatOptions.STRICT)
            .verify(expected.build());
    refuseOtherParts(token);

    VerificationKey key = token.platform().key().orElseThrow();
    EvidenceComponent.Builder platform =
        EvidenceComponent.builder(CcaMapping.PLATFORM)
            .authority(keys.sourceOf(key), EatHandler.authority(key, token.platform().claims()))
            .token(token.platform().claims())
            .findings(token.findings())
            .findings(token.platform().findings());
    CcaMapping.describePlatform(token.platform().claims(), platform);
    return List.of(platform.build(), realm(token.realm()));
  }

  /** Nobody would look at them, and the result would speak of the whole. */
  private static void refuseOtherParts(CcaToken token) throws VerificationException {
    boolean more =
        token.findings().stream()
            .anyMatch(finding -> finding.code().equals(EatCodes.UNKNOWN_MEMBER));
    if (more
        || !token.platform().root().submodules().isEmpty()
        || !token.realm().root().submodules().isEmpty()) {
      throw VerificationException.of(
          VerificationException.Reason.UNPROTECTED,
          EvidenceCodes.COMPONENT_NOT_VERIFIED,
          "cca",
          "a CCA token with parts beside platform and realm");
    }
  }

  private static EvidenceComponent realm(Eat realm) throws DecodingException {
    VerificationKey key = realm.key().orElseThrow();
    EvidenceComponent.Builder component =
        EvidenceComponent.builder(CcaMapping.REALM)
            .parent(CcaMapping.PLATFORM)
            .authority(KeySource.COMPONENT, EatHandler.authority(key, realm.claims()))
            .token(realm.claims())
            .findings(realm.findings());
    key.publicKey().ifPresent(component::attestedKey);
    EatHandler.nonce(realm.claims()).ifPresent(component::nonce);
    CcaMapping.describeRealm(realm.claims(), component);
    return component.build();
  }

  private static Optional<Environment> claimed(KeyHints hints) {
    if (!(hints instanceof EatKeyHints eat)) {
      return Optional.empty();
    }
    try {
      return CcaMapping.platformEnvironment(eat.unverifiedClaims());
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }
}
