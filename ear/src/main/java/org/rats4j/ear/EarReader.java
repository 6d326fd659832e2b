package org.rats4j.ear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.eat.Claims;

/** Reads the claims-set of an EAR, of whatever dialect and encoding. */
final class EarReader {
  private final EarOptions options;
  private final Findings findings;
  private final boolean mayNest;

  private EarReader(EarOptions options, Findings findings, boolean mayNest) {
    this.options = options;
    this.findings = findings;
    this.mayNest = mayNest;
  }

  static EarClaims decode(Bytes bytes, Encoding encoding, EarOptions options)
      throws DecodingException {
    Findings findings = new Findings(options.decodeOptions());
    try {
      Source in = Source.of(bytes, encoding, options, findings);
      String profile = readProfile(in.fork(), options);
      Spelling spelling = Spelling.check(in.fork(), options);
      EarDialect dialect = options.dialect(profile).orElse(null);
      boolean guessed = dialect == null;
      EarBuilder into =
          new EarReader(options, findings, spelling.hasNested())
              .read(in, 1, profile, dialect == null ? spelling.dialect() : dialect, guessed);
      return into.received(findings.toList());
    } catch (DecodingException e) {
      throw EarFaults.ofClaims(e);
    }
  }

  /** Returns the profile, which says how all the rest is called. */
  private static String readProfile(Source in, EarOptions options) throws DecodingException {
    Label label = EarClaim.PROFILE.label(in.encoding(), EarDialect.IETF_04);
    in.startMap();
    while (in.hasNext()) {
      if (!in.readKey().equals(label)) {
        in.skip();
        continue;
      }
      String profile = in.readText();
      if (!options.accepts(profile)) {
        throw in.fail(
            Reason.UNSUPPORTED, EarCodes.EAR_PROFILE, "unknown profile " + Shown.text(profile));
      }
      return profile;
    }
    in.endMap();
    throw DecodingException.of(
        Reason.UNEXPECTED_STRUCTURE,
        EarCodes.EAR_MISSING,
        in.path(label),
        "mandatory claim is missing");
  }

  private EarBuilder read(
      Source in, int level, String profile, EarDialect dialect, boolean formsAsFound)
      throws DecodingException {
    EarBuilder into = new EarBuilder();
    into.dialect = dialect;
    into.profile = profile;
    ClaimValueReader values = new ClaimValueReader(in, dialect, formsAsFound);
    ClaimMap.Builder extensions = ClaimMap.builder();
    MapKeys keys = MapKeys.atTop(in, dialect);
    in.startMap();
    while (in.hasNext()) {
      Label label = in.readKey();
      EarClaim claim = keys.claim(label);
      if (claim == null) {
        keys.keepUnknown(label, extensions);
        continue;
      }
      switch (claim) {
        case PROFILE -> in.skip();
        case ISSUED_AT -> into.issuedAt = in.readTime(dialect.isDotted());
        case NOT_BEFORE -> into.notBefore = in.readTime(dialect.isDotted());
        case EXPIRES_AT -> into.expiresAt = in.readExpiry();
        case ISSUER -> extensions.put(Claims.ISSUER, in.read(Claims.ISSUER.codec()));
        case SUBJECT -> extensions.put(Claims.SUBJECT, in.read(Claims.SUBJECT.codec()));
        case AUDIENCE -> extensions.put(Claims.AUDIENCE, in.read(Claims.AUDIENCE.codec()));
        case TOKEN_ID -> putTokenId(in, extensions);
        case VERIFIER_ID -> into.verifierId = values.readVerifierId();
        case STATUS -> into.status = in.readStatus();
        case NONCE -> into.nonce = in.readNonces();
        case RAW_EVIDENCE -> into.rawEvidence = values.readRawEvidence();
        case SUBMODS -> readSubmods(in, level, into, values);
        case TOPOLOGY -> into.topology = readTopology(in);
        default -> throw new IllegalStateException(claim + " is not at the top");
      }
    }
    in.endMap();
    keys.require(EarClaim.ISSUED_AT, EarClaim.VERIFIER_ID, EarClaim.SUBMODS);
    into.extensions = extensions.build();
    remarkStatus(in, into);
    Topology.check(
        into.topology,
        into.submods.keySet(),
        in.path(EarClaim.TOPOLOGY.label(in.encoding(), dialect)),
        findings);
    return into;
  }

  private static void putTokenId(Source in, ClaimMap.Builder extensions) throws DecodingException {
    if (in.encoding() == Encoding.CBOR) {
      extensions.put(Claims.CWT_ID, in.read(Claims.CWT_ID.codec()));
    } else {
      extensions.put(Claims.JWT_ID, in.read(Claims.JWT_ID.codec()));
    }
  }

  private void readSubmods(Source in, int level, EarBuilder into, ClaimValueReader values)
      throws DecodingException {
    in.startMap();
    while (in.hasNext()) {
      if (!(in.readKey() instanceof Label.OfText label)) {
        throw in.wrongType("label of a submodule is no text");
      }
      if (label.value().isEmpty()) {
        throw in.outOfRange("label of a submodule is empty");
      }
      if (into.submods.size() == options.submods()) {
        throw in.fail(Reason.LIMIT_EXCEEDED, EarCodes.EAR_LIMIT, "too many submodules");
      }
      into.submods.put(label.value(), readSubmod(in, level, values));
    }
    in.endMap();
    if (into.submods.isEmpty()) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, EarCodes.EAR_MISSING, "no submodule");
    }
  }

  private Submod readSubmod(Source in, int level, ClaimValueReader values)
      throws DecodingException {
    if (in.shape() == Source.Shape.MAP && !(mayNest && Nesting.isEar(in.fork()))) {
      return new AppraisalReader(values).read();
    }
    if (!options.nestedSubmods()) {
      String found = in.shape() == Source.Shape.MAP ? "a nested EAR" : "no map";
      in.skip();
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE,
          EarCodes.EAR_NESTING,
          "submodule is " + found + ", not an appraisal");
    }
    if (in.shape() != Source.Shape.MAP) {
      return Nesting.readToken(in);
    }
    return readNestedEar(in, level);
  }

  private NestedEar readNestedEar(Source in, int level) throws DecodingException {
    if (level == options.nestedEars()) {
      throw in.fail(Reason.LIMIT_EXCEEDED, EarCodes.EAR_NESTING, "EARs are nested too deep");
    }
    String profile = readProfile(in.fork(), options);
    @Nullable EarDialect dialect = options.dialect(profile).orElse(null);
    // Names of one token are of one kind, so a profile without dialect can look at its own.
    EarDialect named = dialect != null ? dialect : Spelling.check(in.fork(), options).dialect();
    EarBuilder nested = read(in, level + 1, profile, named, dialect == null);
    return new NestedEar(nested.received(List.of()));
  }

  private static Map<String, List<String>> readTopology(Source in) throws DecodingException {
    Map<String, List<String>> topology = new LinkedHashMap<>();
    in.startMap();
    while (in.hasNext()) {
      if (!(in.readKey() instanceof Label.OfText label)) {
        throw in.wrongType("label of an attester is no text");
      }
      if (in.startArray() == 0) {
        throw in.wrongType("list of sub-attesters is empty");
      }
      List<String> parts = new ArrayList<>();
      while (in.hasNext()) {
        parts.add(in.readText());
      }
      in.endArray();
      topology.put(label.value(), List.copyOf(parts));
    }
    in.endMap();
    if (topology.isEmpty()) {
      throw in.wrongType("topology is empty");
    }
    return topology;
  }

  private void remarkStatus(Source in, EarBuilder into) {
    TrustTier status = into.status;
    if (status != null && !Tiers.isConsistent(status, Tiers.worst(into.submods.values()))) {
      findings.add(
          EarCodes.EAR_STATUS_INCONSISTENT,
          Severity.WARNING,
          in.path(EarClaim.STATUS.label(in.encoding(), into.dialect)),
          "the overall status is better than that of a submodule");
    }
  }
}
