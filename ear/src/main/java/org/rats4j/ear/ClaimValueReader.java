package org.rats4j.ear;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwClaims;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Label;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;

/** Reads the values of claims that are more than one item. */
final class ClaimValueReader {
  private static final List<ClaimKey<?>> TEEP =
      List.of(
          Claims.NONCE,
          Claims.UEID,
          Claims.OEM_ID,
          Claims.HARDWARE_MODEL,
          Claims.HARDWARE_VERSION,
          Claims.MANIFESTS);

  /** The label of manifests in drafts before it was registered. */
  private static final Label OLD_MANIFESTS = Label.of(273);

  private static final Label AKPUB = Label.of(KeyAttestation.AKPUB);
  private static final Label OLD_AKPUB = Label.of(0);

  private final Source in;
  private final EarDialect dialect;
  private final boolean formsAsFound;

  /**
   * @param formsAsFound whether the dialect is a guess, so that no form of a value deviates
   */
  ClaimValueReader(Source in, EarDialect dialect, boolean formsAsFound) {
    this.in = in;
    this.dialect = dialect;
    this.formsAsFound = formsAsFound;
  }

  Source in() {
    return in;
  }

  EarDialect dialect() {
    return dialect;
  }

  VerifierId readVerifierId() throws DecodingException {
    @Nullable String developer = null;
    @Nullable String build = null;
    ClaimMap.Builder extensions = ClaimMap.builder();
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readKey();
      if (label.equals(VerifierId.DEVELOPER.label(in.encoding()))) {
        developer = readNonEmpty();
      } else if (label.equals(VerifierId.BUILD.label(in.encoding()))) {
        build = readNonEmpty();
      } else {
        keep(label, extensions);
      }
    }
    in.endMap();
    if (developer == null || build == null) {
      VerifierId.Member missing = developer == null ? VerifierId.DEVELOPER : VerifierId.BUILD;
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          EarCodes.EAR_MISSING,
          in.path(missing.label(in.encoding())),
          "mandatory member of the verifier id is missing");
    }
    return new VerifierId(developer, build, extensions.build());
  }

  private String readNonEmpty() throws DecodingException {
    String text = in.readText();
    if (text.isEmpty()) {
      throw in.outOfRange("text is empty");
    }
    return text;
  }

  RawEvidence readRawEvidence() throws DecodingException {
    if (in.shape() == Source.Shape.ARRAY) {
      Cmw message = in.read(CmwClaims.CODEC);
      if (!(message instanceof CmwRecord record)) {
        throw in.wrongType("raw evidence is no record");
      }
      checkForm(EarForms.hasEvidenceRecord(dialect), "raw evidence is a CMW record");
      return RawEvidence.of(record);
    }
    Bytes bytes = in.readBytes();
    checkForm(!EarForms.hasEvidenceRecord(dialect), "raw evidence is bytes");
    return RawEvidence.of(bytes);
  }

  private void checkForm(boolean right, String message) throws DecodingException {
    if (!right && !formsAsFound) {
      in.deviation(EarLeniencies.RAW_EVIDENCE_FORM, message);
    }
  }

  List<String> readPolicyIds() throws DecodingException {
    boolean isList = in.shape() == Source.Shape.ARRAY;
    List<String> ids = new ArrayList<>();
    if (isList) {
      if (in.startArray() == 0) {
        throw in.wrongType("list of policies is empty");
      }
      while (in.hasNext()) {
        ids.add(in.readText());
      }
      in.endArray();
    } else {
      ids.add(in.readText());
    }
    if (isList != EarForms.hasPolicyList(dialect) && !formsAsFound) {
      in.deviation(EarLeniencies.POLICY_ID_FORM, isList ? "list of policies" : "policy is a text");
    }
    return ids;
  }

  /** Reads a vector; null stands for one without any claim, which is the same as none. */
  @Nullable TrustVector readVector() throws DecodingException {
    TrustVector.Builder vector = TrustVector.builder();
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readKey();
      @Nullable Category category = category(label);
      if (category == null) {
        vector.setUnknown(label, in.readRaw());
        in.remark(EarCodes.UNKNOWN_CATEGORY, Severity.WARNING, "category is not of AR4SI");
        continue;
      }
      OptionalInt claim = in.readClaim(category);
      if (claim.isPresent()) {
        vector.set(category, claim.getAsInt());
      }
    }
    in.endMap();
    TrustVector read = vector.build();
    if (read.isEmpty()) {
      in.remark(EarCodes.EMPTY_VECTOR, Severity.WARNING, "vector has no claim");
      return null;
    }
    return read;
  }

  private @Nullable Category category(Label label) {
    if (label instanceof Label.OfText name) {
      return in.encoding() == Encoding.JSON ? Category.ofWireName(name.value()).orElse(null) : null;
    }
    Label.OfInteger number = (Label.OfInteger) label;
    return number.fitsLong() ? Category.ofNumber(number.longValue()).orElse(null) : null;
  }

  /**
   * Reads claims of whatever kind.
   *
   * @param textKeys whether keys are texts in CBOR, too
   */
  ClaimMap readClaims(boolean textKeys) throws DecodingException {
    ClaimMap.Builder claims = ClaimMap.builder();
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readKey();
      if (textKeys && !(label instanceof Label.OfText)) {
        throw in.wrongType("key is no text");
      }
      claims.put(label, in.readRaw());
    }
    in.endMap();
    return nonEmpty(claims);
  }

  ClaimMap readTeepClaims() throws DecodingException {
    ClaimMap.Builder claims = ClaimMap.builder();
    Set<ClaimKey<?>> seen = new HashSet<>();
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readKey();
      @Nullable ClaimKey<?> key = teepKey(label);
      if (key == null) {
        keep(label, claims);
      } else if (seen.add(key)) {
        put(key, claims);
      } else {
        throw twoSpellings();
      }
    }
    in.endMap();
    return nonEmpty(claims);
  }

  private @Nullable ClaimKey<?> teepKey(Label label) {
    for (ClaimKey<?> key : TEEP) {
      if (key.labelIn(in.encoding()).filter(label::equals).isPresent()) {
        return key;
      }
    }
    boolean old = dialect == EarDialect.VERAISON_2023 && in.encoding() == Encoding.CBOR;
    return old && label.equals(OLD_MANIFESTS) ? Claims.MANIFESTS : null;
  }

  private <T> void put(ClaimKey<T> key, ClaimMap.Builder into) throws DecodingException {
    into.put(key, in.read(key.codec()));
  }

  private ClaimMap nonEmpty(ClaimMap.Builder claims) throws DecodingException {
    ClaimMap map = claims.build();
    if (map.isEmpty()) {
      in.deviation(EarLeniencies.EMPTY_MAP, "map of claims is empty");
    }
    return map;
  }

  KeyAttestation readKeyAttestation() throws DecodingException {
    @Nullable Bytes akpub = null;
    boolean oldKey = false;
    ClaimMap.Builder extensions = ClaimMap.builder();
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readKey();
      if (label.equals(AKPUB)) {
        akpub = readOnce(akpub);
      } else if (label.equals(OLD_AKPUB)) {
        akpub = readOnce(akpub);
        oldKey = true;
      } else {
        keep(label, extensions);
      }
    }
    in.endMap();
    if (akpub == null || oldKey && dialect != EarDialect.VERAISON_2023) {
      in.deviation(
          EarLeniencies.KEY_ATTESTATION_FORM,
          akpub == null ? "key attestation has no akpub" : "akpub has the key 0");
    }
    return new KeyAttestation(akpub, extensions.build());
  }

  /** The key of the attester under two labels would be another one to another reader. */
  private Bytes readOnce(@Nullable Bytes akpub) throws DecodingException {
    if (akpub != null) {
      throw twoSpellings();
    }
    return in.readBytes();
  }

  private DecodingException twoSpellings() {
    return in.fail(Reason.DUPLICATE_KEY, EarCodes.EAR_SMUGGLED_NAME, "two spellings of one member");
  }

  private void keep(Label label, ClaimMap.Builder into) {
    into.put(label, in.readRaw());
    in.remark(EarCodes.UNKNOWN_CLAIM, Severity.INFO, "member is not known");
  }
}
