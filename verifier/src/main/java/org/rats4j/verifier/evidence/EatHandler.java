package org.rats4j.verifier.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.eat.Claims;
import org.rats4j.eat.DetachedEatBundle;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatEnvelopeDetector;
import org.rats4j.eat.EatEnvelopeDetector.Form;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatKeyHints;
import org.rats4j.eat.EatMediaTypes;
import org.rats4j.eat.EatNode;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.EatSignature;
import org.rats4j.eat.NestedPolicy;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.ProfileRegistry;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.cca.CcaProfiles;
import org.rats4j.eat.psa.PsaProfiles;

/**
 * Entity attestation tokens: CWT, JWT and detached bundles. The token and each of its submodules
 * become a component; what the claims of each mean, the first {@link ClaimsMapping} that fits says.
 *
 * <p>Every nested token has to be by a key that is trusted, and every digest has to have its
 * claims-set: a component of which nobody knows what it is fails the whole token, unless {@link
 * EvidenceContext#failures()} takes nested tokens that fail. Claims without signature (UCCS, UJCS)
 * are accepted only if {@link EvidenceContext#channel()} says that a channel protects them.
 */
public final class EatHandler implements EvidenceHandler {
  private static final ProfileRegistry PROFILES =
      ProfileRegistry.STANDARD
          .with(PsaProfiles.TFM, PsaProfiles.DRAFT, PsaProfiles.LEGACY)
          .with(CcaProfiles.PLATFORM, CcaProfiles.PLATFORM_LEGACY, CcaProfiles.REALM);

  private final List<ClaimsMapping> mappings;
  private final ProfileRegistry profiles;

  private EatHandler(List<ClaimsMapping> mappings, ProfileRegistry profiles) {
    this.mappings = List.copyOf(mappings);
    this.profiles = profiles;
  }

  /** Returns a handler that knows {@link PsaMapping}, and {@link MeasuredMapping} for the rest. */
  public static EatHandler standard() {
    return new EatHandler(List.of(new PsaMapping(), MeasuredMapping.standard()), PROFILES);
  }

  /** Returns this handler, by which {@code mapping} is asked before all others. */
  public EatHandler with(ClaimsMapping mapping) {
    List<ClaimsMapping> all = new ArrayList<>(mappings);
    all.add(0, mapping);
    return new EatHandler(all, profiles);
  }

  /** Returns this handler with these profiles: a token that names one has to keep its rules. */
  public EatHandler withProfiles(ProfileRegistry registry) {
    return new EatHandler(mappings, registry);
  }

  @Override
  public boolean accepts(EvidenceMessage message) {
    if (message.type().isPresent()) {
      return switch (message.type().get().name()) {
        case EatMediaTypes.CWT,
            EatMediaTypes.JWT,
            EatMediaTypes.BUNDLE_CBOR,
            EatMediaTypes.BUNDLE_JSON,
            EatMediaTypes.UCCS,
            EatMediaTypes.UJCS,
            "application/uccs+cbor",
            "application/ujcs+json" ->
            true;
        default -> false;
      };
    }
    return message.collection().isEmpty()
        && switch (EatEnvelopeDetector.detect(message.value())) {
          case CWT, JWT, UCCS, CBOR_BUNDLE -> true;
          default -> false;
        };
  }

  @Override
  public List<EvidenceComponent> verify(EvidenceMessage message, EvidenceContext context)
      throws DecodingException, VerificationException {
    KeyTrace keys = new KeyTrace(context.keys(), context.clock(), this::claimed);
    EatExpectations.Builder expected =
        EatExpectations.builder()
            .keys(keys)
            .algorithms(context.algorithms())
            .profileRegistry(profiles)
            .legacyWithoutProfile()
            .nested(
                context.failures().isPresent()
                    ? NestedPolicy.REQUIRE_ALL.failuresAsNodes()
                    : NestedPolicy.REQUIRE_ALL)
            .requireAllDetached()
            .clock(context.clock());
    expectFreshness(expected, context);
    context.channel().ifPresent(expected::acceptUnprotected);
    DecodeOptions options = context.isLenient() ? EatOptions.LENIENT : EatOptions.STRICT;
    Eat token = verify(message, options, expected.build());
    Components components = new Components(keys, context.failures().orElse(failed -> {}));
    add(token.root(), voucher(token.root(), keys, context), "", components);
    return components.found;
  }

  private static Eat verify(
      EvidenceMessage message, DecodeOptions options, EatExpectations expected)
      throws DecodingException, VerificationException {
    Optional<MediaType> type = message.type();
    boolean bundle =
        type.map(stated -> stated.name().startsWith("application/eat-bun"))
            .orElseGet(() -> EatEnvelopeDetector.detect(message.value()) == Form.CBOR_BUNDLE);
    if (bundle) {
      return DetachedEatBundle.decode(message.value(), options).verify(expected).token();
    }
    return type.isPresent()
        ? Eat.decode(message.value(), type.get(), options).verify(expected)
        : Eat.decode(message.value(), options).verify(expected);
  }

  /** What becomes of the nodes of one token. */
  private record Components(
      KeyTrace keys, Consumer<FailedComponent> failures, List<EvidenceComponent> found) {
    Components(KeyTrace keys, Consumer<FailedComponent> failures) {
      this(keys, failures, new ArrayList<>());
    }
  }

  /** Adds the component of a node, and those of the nodes in it. */
  private void add(EatNode node, Voucher around, String path, Components components)
      throws DecodingException, VerificationException {
    EatClaims claims =
        node.claims()
            .orElseThrow(
                () ->
                    VerificationException.of(
                        Reason.UNPROTECTED,
                        EvidenceCodes.COMPONENT_NOT_VERIFIED,
                        node.path(),
                        "a submodule of which nobody knows what it claims"));
    Voucher voucher =
        node.signatures().isEmpty()
            ? around
            : Voucher.of(node.signatures().get(0), components.keys);
    ClaimsMapping mapping = mapping(claims);
    String label = path.isEmpty() ? mapping.label() : path;
    EvidenceComponent.Builder component =
        EvidenceComponent.builder(label)
            .authority(voucher.source, voucher.authority(claims))
            .token(claims)
            .findings(node.findings());
    mapping.environment(claims).ifPresent(component::environment);
    nonce(claims).ifPresent(component::nonce);
    mapping.describe(claims, component);
    components.found.add(component.build());
    for (Map.Entry<String, EatNode> part : node.submodules().entrySet()) {
      String inner = label + "/" + part.getKey().replace("~", "~0").replace("/", "~1");
      Optional<RatsException> failure = part.getValue().failure();
      if (failure.isPresent()) {
        components.failures.accept(new FailedComponent(inner, label, failure.get()));
      } else {
        int first = components.found.size();
        add(part.getValue(), voucher, inner, components);
        EvidenceComponent added = components.found.get(first);
        components.found.set(first, added.toBuilder().parent(label).build());
      }
    }
  }

  private ClaimsMapping mapping(EatClaims claims) {
    return mappings.stream()
        .filter(mapping -> mapping.fits(claims))
        .findFirst()
        .orElseGet(MeasuredMapping::standard);
  }

  private Optional<Environment> claimed(KeyHints hints) {
    if (!(hints instanceof EatKeyHints eat)) {
      return Optional.empty();
    }
    try {
      return mapping(eat.unverifiedClaims()).environment(eat.unverifiedClaims());
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  /** Who vouches for claims: who signed them, or the peer at the other end of a channel. */
  private record Voucher(KeySource source, @Nullable VerificationKey key, String peer) {
    static Voucher of(EatSignature signature, KeyTrace keys) {
      return new Voucher(keys.sourceOf(signature.key()), signature.key(), "");
    }

    List<CryptoKey> authority(EatClaims claims) throws DecodingException {
      return key == null
          ? List.of(new TaggedBytes(Bytes.ofUtf8(peer)))
          : EatHandler.authority(key, claims);
    }
  }

  private static Voucher voucher(EatNode root, KeyTrace keys, EvidenceContext context)
      throws VerificationException {
    if (!root.signatures().isEmpty()) {
      return Voucher.of(root.signatures().get(0), keys);
    }
    return context
        .channel()
        .map(channel -> new Voucher(KeySource.CHANNEL, null, channel.authenticatedPeer()))
        .orElseThrow(
            () ->
                VerificationException.of(
                    Reason.UNPROTECTED,
                    EvidenceCodes.COMPONENT_NOT_VERIFIED,
                    "",
                    "evidence without signature"));
  }

  /** The key as CoRIM names it; who shares a secret with the verifier goes by his own name. */
  static List<CryptoKey> authority(VerificationKey key, EatClaims claims) throws DecodingException {
    if (key.publicKey().isPresent()) {
      return List.of(CryptoKeys.of(key.publicKey().get()));
    }
    Optional<Bytes> name = key.keyId();
    if (name.isEmpty()) {
      name = claims.get(Claims.UEID).map(Ueid::value);
    }
    return List.of(new TaggedBytes(name.orElse(Bytes.ofUtf8("shared secret"))));
  }

  static Optional<Bytes> nonce(EatClaims claims) throws DecodingException {
    return claims
        .get(Claims.NONCE)
        .map(Nonces::values)
        .filter(values -> values.size() == 1)
        .flatMap(values -> values.get(0).bytes());
  }

  static void expectFreshness(EatExpectations.Builder expected, EvidenceContext context) {
    context.nonce().map(Nonce::ofBytes).ifPresent(expected::nonce);
    context.maxAge().ifPresent(expected::maxAge);
    if (context.nonce().isEmpty() && context.maxAge().isEmpty()) {
      expected.freshnessHandledElsewhere(); // whoever made the context decided that
    }
  }
}
