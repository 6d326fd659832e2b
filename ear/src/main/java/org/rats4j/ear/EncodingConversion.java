package org.rats4j.ear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.cmw.CmwClaims;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.json.Base64Url;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.ClaimRegistry;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.RawClaim;

/** One conversion between encodings. */
final class EncodingConversion {
  private static final Findings STRICT = new Findings(DecodeOptions.STRICT);

  private final Encoding target;
  private final List<Finding> changes = new ArrayList<>();

  EncodingConversion(Encoding target) {
    this.target = target;
  }

  ConvertedEar convert(EarClaims claims) {
    EarClaims converted = convert(claims, "");
    return new ConvertedEar(converted, changes);
  }

  private EarClaims convert(EarClaims claims, String path) {
    EarBuilder into = claims.toBuilder();
    VerifierId id = claims.verifierId();
    into.verifierId =
        new VerifierId(
            id.developer(), id.build(), convertNamed(id.extensions(), path + "ear_verifier_id/"));
    if (claims.rawEvidence().isPresent()
        && claims.rawEvidence().get() instanceof RawEvidence.OfRecord record
        && !RawClaims.isWritable(CmwClaims.CODEC, record.message(), target)) {
      into.rawEvidence = null;
      lost(EarCodes.NOT_REPRESENTABLE, path + EarClaim.RAW_EVIDENCE.name(claims.dialect()));
    }
    into.nonce = claims.nonce().flatMap(nonce -> convert(nonce, path)).orElse(null);
    into.extensions = convert(claims.extensions(), path);
    into.submods.clear();
    claims
        .submods()
        .forEach(
            (label, submod) -> {
              Submod converted = convert(submod, path + "submods/" + Shown.step(label) + "/");
              if (converted == null) {
                lost(EarCodes.NOT_REPRESENTABLE, path + "submods/" + Shown.step(label));
              } else {
                into.submods.put(label, converted);
              }
            });
    return into.received(List.of());
  }

  private @Nullable Submod convert(Submod submod, String path) {
    if (submod instanceof Appraisal appraisal) {
      return convert(appraisal, path);
    }
    if (submod instanceof NestedEar nested) {
      return new NestedEar(convert(nested.claims(), path));
    }
    return submod instanceof NestedEarToken token && token.encoding() == target ? token : null;
  }

  private Appraisal convert(Appraisal appraisal, String path) {
    Appraisal.Builder into =
        appraisal.toBuilder()
            .attesterClaims(convert(appraisal.attesterClaims(), path + "ear_attester_claims/"))
            .verifierClaims(convert(appraisal.verifierClaims(), path + "ear_verifier_claims/"))
            .teepClaims(convert(appraisal.teepClaims(), path + "ear_teep_claims/"))
            .annotatedEvidence(
                convertNamed(
                    appraisal.annotatedEvidence(), path + "ear_veraison_annotated_evidence/"))
            .policyClaims(
                convertNamed(appraisal.policyClaims(), path + "ear_veraison_policy_claims/"))
            .extensions(convert(appraisal.extensions(), path));
    into.evidenceNonce(appraisal.evidenceNonce().flatMap(n -> convert(n, path)).orElse(null));
    appraisal.vector().ifPresent(vector -> into.vector(convert(vector, path)));
    appraisal
        .keyAttestation()
        .ifPresent(
            key ->
                into.keyAttestation(
                    new KeyAttestation(
                        key.subjectPublicKeyInfo().orElse(null),
                        convertNamed(key.extensions(), path + "ear_veraison_key_attestation/"))));
    return into.received();
  }

  private TrustVector convert(TrustVector vector, String path) {
    if (vector.unknown().isEmpty()) {
      return vector;
    }
    TrustVector.Builder into = TrustVector.builder();
    vector.claims().forEach(into::set);
    vector
        .unknown()
        .forEach(
            (label, raw) -> {
              if (raw.encoding() == target) {
                into.setUnknown(label, raw);
              } else {
                lost(
                    EarCodes.KEY_NOT_MAPPABLE,
                    path + "ear_trustworthiness_vector/" + Shown.step(label.toString()));
              }
            });
    return into.build();
  }

  private Optional<Nonces> convert(Nonces nonces, String path) {
    if (target == Encoding.JSON) {
      return Optional.of(nonces);
    }
    List<Nonce> converted = new ArrayList<>();
    for (Nonce nonce : nonces.values()) {
      try {
        Bytes bytes =
            nonce.bytes().isPresent()
                ? nonce.bytes().get()
                : Base64Url.decode(nonce.jsonText(), "eat_nonce", STRICT);
        converted.add(Nonce.ofBytes(bytes));
      } catch (DecodingException | IllegalArgumentException notBytes) {
        lost(EarCodes.NOT_REPRESENTABLE, path + "eat_nonce");
      }
    }
    return converted.isEmpty() ? Optional.empty() : Optional.of(new Nonces(converted));
  }

  private ClaimMap convert(ClaimMap claims, String path) {
    ClaimMap.Builder into = ClaimMap.builder();
    for (ClaimKey<?> key : claims.values().keySet()) {
      if (key.equals(Claims.JWT_ID) || key.equals(Claims.CWT_ID)) {
        convertTokenId(claims, into);
      } else if (isWritable(key, claims)) {
        RawClaims.copy(key, claims, into);
      } else {
        lost(EarCodes.KEY_NOT_MAPPABLE, path + key.name());
      }
    }
    claims.raw().forEach((label, raw) -> convert(label, raw, into, path));
    return into.build();
  }

  /** Converts members that are no claims of a token: names of claims mean nothing among them. */
  private ClaimMap convertNamed(ClaimMap claims, String path) {
    ClaimMap.Builder into = ClaimMap.builder();
    for (ClaimKey<?> key : claims.values().keySet()) {
      if (isValueWritable(key, claims)) {
        RawClaims.copy(key, claims, into);
      } else {
        lost(EarCodes.KEY_NOT_MAPPABLE, path + key.name());
      }
    }
    claims.raw().forEach((label, raw) -> keep(label, raw, into, path));
    return into.build();
  }

  private boolean isWritable(ClaimKey<?> key, ClaimMap claims) {
    return key.labelIn(target).isPresent() && isValueWritable(key, claims);
  }

  private <T> boolean isValueWritable(ClaimKey<T> key, ClaimMap claims) {
    return RawClaims.isWritable(key.codec(), claims.known(key).orElseThrow(), target);
  }

  private void convertTokenId(ClaimMap claims, ClaimMap.Builder into) {
    claims
        .known(Claims.JWT_ID)
        .ifPresent(
            id -> {
              if (target == Encoding.CBOR) {
                into.put(Claims.CWT_ID, Bytes.ofUtf8(id));
              } else {
                into.put(Claims.JWT_ID, id);
              }
            });
    claims
        .known(Claims.CWT_ID)
        .ifPresent(
            id -> {
              if (target == Encoding.JSON) {
                into.put(Claims.JWT_ID, Base64Url.encode(id));
              } else {
                into.put(Claims.CWT_ID, id);
              }
            });
  }

  private void convert(Label label, RawClaim raw, ClaimMap.Builder into, String path) {
    if (raw.encoding() == target) {
      into.put(label, raw);
      return;
    }
    for (ClaimKey<?> key : ClaimRegistry.EAT.keys()) {
      boolean isCalledSo = key.labelIn(raw.encoding()).filter(label::equals).isPresent();
      if (isCalledSo && key.labelIn(target).isPresent() && read(key, raw, into)) {
        return;
      }
    }
    keep(label, raw, into, path);
  }

  private void keep(Label label, RawClaim raw, ClaimMap.Builder into, String path) {
    if (raw.encoding() == target) {
      into.put(label, raw);
      return;
    }
    Optional<RawClaim> value = RawValues.convert(raw);
    if (label instanceof Label.OfInteger || value.isEmpty()) {
      lost(EarCodes.KEY_NOT_MAPPABLE, path + Shown.step(label.toString()));
    } else {
      into.put(label, value.get());
    }
  }

  private <T> boolean read(ClaimKey<T> key, RawClaim raw, ClaimMap.Builder into) {
    try {
      T value = RawClaims.decode(key, raw);
      if (!RawClaims.isWritable(key.codec(), value, target)) {
        return false;
      }
      into.put(key, value);
      return true;
    } catch (DecodingException otherClaim) {
      return false;
    }
  }

  private void lost(String code, String path) {
    changes.add(new Finding(code, Severity.WARNING, path, target + " has no form for it"));
  }
}
