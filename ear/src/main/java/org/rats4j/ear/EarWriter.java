package org.rats4j.ear;

import java.util.List;
import java.util.Map;
import org.rats4j.cmw.CmwClaims;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;

/** Writes the claims-set of an EAR in its dialect. */
final class EarWriter {
  private final Sink out;
  private final EarDialect dialect;

  private EarWriter(Sink out, EarDialect dialect) {
    this.out = out;
    this.dialect = dialect;
  }

  static Bytes write(EarClaims claims, Encoding encoding) {
    Sink out = Sink.of(encoding);
    new EarWriter(out, claims.dialect()).write(claims);
    return out.toBytes();
  }

  private void write(EarClaims claims) {
    out.startMap();
    key(EarClaim.PROFILE);
    out.text(claims.profile());
    key(EarClaim.ISSUED_AT);
    out.time(claims.issuedAt());
    claims.expiresAt().ifPresent(time -> keyed(EarClaim.EXPIRES_AT, () -> out.time(time)));
    claims.notBefore().ifPresent(time -> keyed(EarClaim.NOT_BEFORE, () -> out.time(time)));
    key(EarClaim.VERIFIER_ID);
    write(claims.verifierId());
    claims.nonce().ifPresent(nonce -> keyed(EarClaim.NONCE, () -> out.nonces(nonce)));
    claims.status().ifPresent(tier -> keyed(EarClaim.STATUS, () -> out.status(tier)));
    claims.rawEvidence().ifPresent(raw -> keyed(EarClaim.RAW_EVIDENCE, () -> write(raw)));
    key(EarClaim.SUBMODS);
    out.startMap();
    claims.submods().forEach(this::write);
    out.endMap();
    if (!claims.topology().isEmpty()) {
      key(EarClaim.TOPOLOGY);
      writeTopology(claims.topology());
    }
    out.entries(claims.extensions());
    out.endMap();
  }

  private void write(VerifierId id) {
    out.startMap();
    out.key(VerifierId.DEVELOPER.label(out.encoding()));
    out.text(id.developer());
    out.key(VerifierId.BUILD.label(out.encoding()));
    out.text(id.build());
    out.entries(id.extensions());
    out.endMap();
  }

  private void write(RawEvidence evidence) {
    if (evidence instanceof RawEvidence.OfRecord record) {
      out.value(CmwClaims.CODEC, record.message());
    } else {
      out.bytes(evidence.value());
    }
  }

  private void writeTopology(Map<String, List<String>> topology) {
    out.startMap();
    topology.forEach(
        (label, parts) -> {
          out.key(Label.of(label));
          writeTexts(parts);
        });
    out.endMap();
  }

  private void writeTexts(List<String> texts) {
    out.startArray();
    texts.forEach(out::text);
    out.endArray();
  }

  private void write(String label, Submod submod) {
    out.key(Label.of(label));
    if (submod instanceof Appraisal appraisal) {
      write(appraisal);
    } else if (submod instanceof NestedEar nested) {
      new EarWriter(out, nested.claims().dialect()).write(nested.claims());
    } else {
      out.token((NestedEarToken) submod);
    }
  }

  private void write(Appraisal appraisal) {
    out.startMap();
    appraisal.profile().ifPresent(id -> keyed(EarClaim.PROFILE, () -> out.profile(id)));
    key(EarClaim.STATUS);
    out.status(appraisal.status());
    appraisal.vector().ifPresent(vector -> keyed(EarClaim.VECTOR, () -> write(vector)));
    if (!appraisal.policyIds().isEmpty()) {
      key(EarClaim.POLICY_IDS);
      writePolicyIds(appraisal.policyIds());
    }
    appraisal.evidenceNonce().ifPresent(nonce -> keyed(EarClaim.NONCE, () -> out.nonces(nonce)));
    writeClaims(EarClaim.ATTESTER_CLAIMS, appraisal.attesterClaims());
    writeClaims(EarClaim.VERIFIER_CLAIMS, appraisal.verifierClaims());
    writeClaims(EarClaim.TEEP_CLAIMS, appraisal.teepClaims());
    writeClaims(EarClaim.ANNOTATED_EVIDENCE, appraisal.annotatedEvidence());
    writeClaims(EarClaim.POLICY_CLAIMS, appraisal.policyClaims());
    appraisal.keyAttestation().ifPresent(key -> keyed(EarClaim.KEY_ATTESTATION, () -> write(key)));
    out.entries(appraisal.extensions());
    out.endMap();
  }

  private void write(TrustVector vector) {
    out.startMap();
    vector
        .claims()
        .forEach(
            (category, claim) -> {
              out.key(
                  out.encoding() == Encoding.CBOR
                      ? Label.of(category.number())
                      : Label.of(category.wireName()));
              out.claim(claim);
            });
    vector
        .unknown()
        .forEach(
            (label, claim) -> {
              out.key(label);
              out.raw(claim);
            });
    out.endMap();
  }

  private void writePolicyIds(List<String> ids) {
    if (ids.size() == 1 && !EarForms.hasPolicyList(dialect)) {
      out.text(ids.get(0));
    } else {
      writeTexts(ids);
    }
  }

  private void write(KeyAttestation key) {
    out.startMap();
    key.subjectPublicKeyInfo()
        .ifPresent(
            akpub -> {
              out.key(Label.of(KeyAttestation.AKPUB));
              out.bytes(akpub);
            });
    out.entries(key.extensions());
    out.endMap();
  }

  private void writeClaims(EarClaim claim, ClaimMap claims) {
    if (!claims.isEmpty()) {
      key(claim);
      out.startMap();
      if (claim.hasTextKeys()) {
        out.namedEntries(claims);
      } else {
        out.entries(claims);
      }
      out.endMap();
    }
  }

  private void key(EarClaim claim) {
    out.key(claim.label(out.encoding(), dialect));
  }

  private void keyed(EarClaim claim, Runnable value) {
    key(claim);
    value.run();
  }
}
