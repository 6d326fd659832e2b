package org.rats4j.ear;

import static org.rats4j.ear.EarDialect.IETF_03;
import static org.rats4j.ear.EarDialect.IETF_04;

import java.util.EnumSet;
import java.util.Set;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;

/**
 * The claims of EAR as a table: what marks them, and in which dialects they exist on which level. A
 * new draft level is a new row of {@link EarDialect} and a change here.
 */
enum EarClaim {
  PROFILE(265, "eat_profile", In.ALL, In.SINCE_03),
  ISSUED_AT(6, "iat", In.ALL, In.NONE),
  EXPIRES_AT(4, "exp", In.ALL, In.NONE),
  NOT_BEFORE(5, "nbf", In.ALL, In.NONE),
  ISSUER(1, "iss", In.ALL, In.NONE),
  SUBJECT(2, "sub", In.ALL, In.NONE),
  AUDIENCE(3, "aud", In.ALL, In.NONE),
  TOKEN_ID(7, "jti", In.ALL, In.NONE),
  VERIFIER_ID(1004, "ear.verifier-id", In.ALL, In.NONE),
  STATUS(1000, "ear.status", In.SINCE_03, In.ALL),
  NONCE(10, "eat_nonce", In.ALL, In.SINCE_03),
  RAW_EVIDENCE(1002, "ear.raw-evidence", In.ALL, In.NONE),
  SUBMODS(266, "submods", In.ALL, In.NONE),
  TOPOLOGY(1007, "ear.device-topology", In.SINCE_04, In.NONE),
  VECTOR(1001, "ear.trustworthiness-vector", In.NONE, In.ALL),
  POLICY_IDS(1003, "ear.appraisal-policy-id", In.NONE, In.ALL),
  ATTESTER_CLAIMS(1005, "ear.attester-claims", In.NONE, In.SINCE_04),
  VERIFIER_CLAIMS(1006, "ear.verifier-claims", In.NONE, In.SINCE_04),
  TEEP_CLAIMS(65000, "ear.teep-claims", In.NONE, In.ALL),
  ANNOTATED_EVIDENCE(-70000, "ear.veraison.annotated-evidence", In.NONE, In.BEFORE_04),
  POLICY_CLAIMS(-70001, "ear.veraison.policy-claims", In.NONE, In.BEFORE_04),
  KEY_ATTESTATION(-70002, "ear.veraison.key-attestation", In.NONE, In.ALL);

  /** In which dialects a claim exists. */
  private static final class In {
    static final Set<EarDialect> NONE = EnumSet.noneOf(EarDialect.class);
    static final Set<EarDialect> ALL = EnumSet.allOf(EarDialect.class);
    static final Set<EarDialect> SINCE_03 = EnumSet.of(IETF_03, IETF_04);
    static final Set<EarDialect> SINCE_04 = EnumSet.of(IETF_04);
    static final Set<EarDialect> BEFORE_04 = EnumSet.complementOf(EnumSet.of(IETF_04));
  }

  private final Label label;
  private final String dotted;
  private final String underscored;
  private final Label dottedLabel;
  private final Label underscoredLabel;
  private final Set<EarDialect> atTop;
  private final Set<EarDialect> inAppraisal;

  EarClaim(long label, String dotted, Set<EarDialect> atTop, Set<EarDialect> inAppraisal) {
    this.label = Label.of(label);
    this.dotted = dotted;
    this.atTop = atTop;
    this.inAppraisal = inAppraisal;
    // One name changed beyond its punctuation, since one policy became a list of policies.
    underscored =
        dotted.equals("ear.appraisal-policy-id")
            ? "ear_appraisal_policy_ids"
            : dotted.replace('.', '_').replace('-', '_');
    dottedLabel = Label.of(dotted);
    underscoredLabel = Label.of(underscored);
  }

  boolean isAtTop(EarDialect dialect) {
    return atTop.contains(dialect);
  }

  boolean isInAppraisal(EarDialect dialect) {
    return inAppraisal.contains(dialect);
  }

  String name(EarDialect dialect) {
    return dialect.isDotted() ? dotted : underscored;
  }

  Label label(Encoding encoding, EarDialect dialect) {
    if (encoding == Encoding.CBOR) {
      return label;
    }
    return dialect.isDotted() ? dottedLabel : underscoredLabel;
  }

  /** Returns whether the dotted and the underscored dialects call the claim differently. */
  boolean hasTwoNames() {
    return !dotted.equals(underscored);
  }

  /** Returns whether it is a map that has text keys in CBOR, too. */
  boolean hasTextKeys() {
    return this == ANNOTATED_EVIDENCE || this == POLICY_CLAIMS;
  }

  Label cborLabel() {
    return label;
  }

  Label dottedLabel() {
    return dottedLabel;
  }

  Label underscoredLabel() {
    return underscoredLabel;
  }
}
