package org.rats4j.verifier.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.PkixKey;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Version;
import org.rats4j.pkix.BlockReport;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidenceOptions;
import org.rats4j.pkix.KeyElement;
import org.rats4j.pkix.PlatformElement;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.TransactionElement;

/**
 * Evidence of hardware security modules about their keys (draft-ietf-rats-pkix-key-attestation-07),
 * as one component:
 *
 * <ul>
 *   <li>the class has {@code hwmodel} as class-id, tag 560, and {@code vendor}; the instance is
 *       {@code hwserial}, tag 560;
 *   <li>{@code hardware} and {@code software} are elements with version and name;
 *   <li>the rest is there for policies to ask for: {@code fips-boot}, {@code fips-level}, {@code
 *       dbgstat}, and {@code keys} with what is said of each key;
 *   <li>if the evidence is about one key, the result attests it.
 * </ul>
 *
 * <p>The keys of signers are those that the expectations trust; without expectations of its own a
 * handler takes chains that lead to a trust anchor of the verifier. Policies of the expectations,
 * such as that keys cannot be exported, are demands: evidence that does not meet them is refused.
 */
public final class PkixHandler implements EvidenceHandler {
  private static final int DER_SEQUENCE = 0x30;

  /** What a result has room for. */
  private static final int NONCE_MIN = 8;

  private static final int NONCE_MAX = 64;

  private final MediaType type;
  private final @Nullable EvidenceExpectations expected;

  private PkixHandler(MediaType type, @Nullable EvidenceExpectations expected) {
    this.type = Objects.requireNonNull(type, "type");
    this.expected = expected;
  }

  /**
   * Returns a handler that trusts the anchors of the verifier.
   *
   * @param type what evidence comes as; none is registered, so that peers agree on one
   */
  public static PkixHandler of(MediaType type) {
    return new PkixHandler(type, null);
  }

  /** Returns this handler with expectations; nonce and clock are those of each appraisal. */
  public PkixHandler expecting(EvidenceExpectations value) {
    return new PkixHandler(type, Objects.requireNonNull(value, "value"));
  }

  @Override
  public boolean accepts(EvidenceMessage message) {
    return message
        .type()
        .map(type::equals)
        .orElse(
            message.collection().isEmpty()
                && !message.value().isEmpty()
                && message.value().at(0) == DER_SEQUENCE);
  }

  @Override
  public List<EvidenceComponent> verify(EvidenceMessage message, EvidenceContext context)
      throws DecodingException, VerificationException {
    EvidenceOptions options =
        context.isLenient() ? EvidenceOptions.LENIENT : EvidenceOptions.STRICT;
    EvidenceExpectations.Builder builder = expectations(context).clock(context.clock());
    context.nonce().ifPresent(builder::nonce);
    Evidence evidence = Evidence.decode(message.value(), options).verify(builder.build());
    return List.of(component(evidence));
  }

  private EvidenceExpectations.Builder expectations(EvidenceContext context)
      throws VerificationException {
    if (context.maxAge().isPresent()) {
      throw VerificationException.of(
          Reason.EXPIRED, "an age of HSM evidence is a policy of its own expectations");
    }
    if (expected != null) {
      return expected.toBuilder();
    }
    return EvidenceExpectations.builder()
        .trustAnchors(
            context
                .keys()
                .trustAnchors()
                .orElseThrow(
                    () -> VerificationException.of(Reason.UNKNOWN_KEY, "no trust anchor is set")));
  }

  private static EvidenceComponent component(Evidence evidence) {
    List<BlockReport> signers = evidence.signers();
    boolean anchored = signers.stream().allMatch(signer -> signer.path().isPresent());
    EvidenceComponent.Builder component =
        EvidenceComponent.builder("hsm")
            .authority(
                anchored ? KeySource.TRUST_ANCHOR : KeySource.GIVEN,
                signers.stream().map(signer -> key(signer.key().orElseThrow())).toList())
            .findings(evidence.findings());
    evidence.tbs().platform().ifPresent(platform -> describe(platform, component));
    List<KeyElement> keys = evidence.tbs().keys();
    component.claim("keys", new JsonArray(keys.stream().map(PkixHandler::describe).toList()));
    if (keys.size() == 1) {
      keys.get(0).spki().ifPresent(info -> attest(info, component));
    }
    evidence
        .tbs()
        .transaction()
        .flatMap(TransactionElement::nonce)
        .filter(nonce -> nonce.size() >= NONCE_MIN && nonce.size() <= NONCE_MAX)
        .ifPresent(component::nonce);
    return component.build();
  }

  private static CryptoKey key(PublicKeyInfo info) {
    return new PkixKey(new Pem(Pem.PUBLIC_KEY, info.encoded()).encode());
  }

  private static void describe(PlatformElement platform, EvidenceComponent.Builder into) {
    EnvironmentClass.Builder named = EnvironmentClass.builder();
    platform.hwmodel().ifPresent(model -> named.id(new TaggedBytes(model)));
    platform.vendor().ifPresent(named::vendor);
    Environment.Builder environment = Environment.builder();
    if (platform.hwmodel().isPresent() || platform.vendor().isPresent()) {
      environment.environmentClass(named.build());
      platform
          .hwserial()
          .ifPresent(serial -> environment.instance(new TaggedBytes(Bytes.ofUtf8(serial))));
      into.environment(environment.build());
    }
    platform.hwversion().ifPresent(version -> into.measurement(version("hardware", version)));
    platform
        .swversion()
        .ifPresent(
            version -> {
              MeasurementValues.Builder software =
                  MeasurementValues.builder().version(Version.of(version));
              platform.swname().ifPresent(software::name);
              into.measurement(Measurement.of(MeasurementKey.of("software"), software.build()));
            });
    platform.fipsboot().ifPresent(boot -> into.claim("fips-boot", new JsonBoolean(boot)));
    platform.fipslevel().ifPresent(level -> into.claim("fips-level", JsonNumber.of(level)));
    platform.dbgstat().ifPresent(state -> into.claim("dbgstat", JsonNumber.of(state)));
  }

  private static Measurement version(String key, String version) {
    return Measurement.of(
        MeasurementKey.of(key), MeasurementValues.builder().version(Version.of(version)).build());
  }

  private static JsonValue describe(KeyElement key) {
    Map<String, JsonValue> claims = new LinkedHashMap<>();
    claims.put(
        "identifiers",
        new JsonArray(key.identifiers().stream().<JsonValue>map(JsonString::new).toList()));
    key.extractable().ifPresent(is -> claims.put("extractable", new JsonBoolean(is)));
    key.neverExtractable().ifPresent(is -> claims.put("never-extractable", new JsonBoolean(is)));
    key.sensitive().ifPresent(is -> claims.put("sensitive", new JsonBoolean(is)));
    key.local().ifPresent(is -> claims.put("local", new JsonBoolean(is)));
    return new JsonObject(claims);
  }

  private static void attest(PublicKeyInfo info, EvidenceComponent.Builder into) {
    try {
      into.attestedKey(EncodedKeys.publicKey(info.encoded()));
    } catch (DecodingException e) {
      String what = "the key is of a kind that results cannot attest";
      into.findings(
          List.of(
              new Finding(EvidenceCodes.KEY_NOT_ATTESTED, Finding.Severity.WARNING, "key", what)));
    }
  }
}
