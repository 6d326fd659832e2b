package org.rats4j.cli.demo;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rats4j.cli.kind.HsmTrust;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimExpectations;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.ear.VerifierId;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidencePolicies;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.verifier.AppraisalRequest;
import org.rats4j.verifier.AttestationResult;
import org.rats4j.verifier.ComponentResult;
import org.rats4j.verifier.evidence.EatHandler;
import org.rats4j.verifier.evidence.EvidenceHandler;
import org.rats4j.verifier.evidence.MeasuredMapping;
import org.rats4j.verifier.evidence.PkixHandler;

/** The verifier: appraises evidence by what the endorser says, and signs what it thinks. */
final class Verifier {
  /** The label of the one attester that there is. */
  static final String LABEL = "runtime";

  private static final VerifierId ID =
      VerifierId.of("https://github.com/rats4j/rats4j", "rats demo");

  private final org.rats4j.verifier.Verifier verifier;
  private final FilesPolicy policy;
  private final Signer key;

  /**
   * An attestation result and what it is about, for those who watch.
   *
   * @param ear the result as JWT
   * @param files how many files are recorded
   * @param recorded how many of them are as recorded
   * @param changed the files that are not
   */
  record Result(Bytes ear, int files, int recorded, List<String> changed) {
    /** Creates a result. */
    public Result {
      Objects.requireNonNull(ear, "ear");
      changed = List.copyOf(changed);
    }
  }

  /**
   * Creates a verifier.
   *
   * @param attesterKeys whose evidence it takes
   * @param tokenKeys the keys of tokens whose evidence it takes, about keys that were made there
   *     and cannot leave
   * @param endorserKey whose reference values it takes
   * @param endorsement the reference values: a signed CoRIM
   * @param key signs the results
   * @throws DecodingException if {@code endorsement} is no signed CoRIM
   * @throws VerificationException if it is not from the endorser
   */
  Verifier(
      List<VerificationKey> attesterKeys,
      List<PublicKeyInfo> tokenKeys,
      VerificationKey endorserKey,
      Bytes endorsement,
      Signer key,
      Clock clock)
      throws DecodingException, VerificationException {
    SignedCorim corim =
        SignedCorim.decode(endorsement)
            .verify(SignedCorimExpectations.builder().key(endorserKey).clock(clock).build());
    this.key = Objects.requireNonNull(key, "key");
    policy = new FilesPolicy(files(corim.corim().orElseThrow()));
    verifier =
        org.rats4j.verifier.Verifier.builder(ID)
            .store(CorimStore.builder().clock(clock).add(corim).build())
            .keys(KeyResolver.of(attesterKeys))
            .handlers(handlers(tokenKeys))
            .policy(policy)
            .policy(new TokenPolicy())
            .clock(clock)
            .build();
  }

  private static EvidenceHandler[] handlers(List<PublicKeyInfo> tokenKeys) {
    EvidenceHandler runtime =
        EatHandler.standard().with(MeasuredMapping.ofClass(Endorser.PROGRAM, LABEL));
    if (tokenKeys.isEmpty()) {
      return new EvidenceHandler[] {runtime};
    }
    EvidenceExpectations.Builder expected =
        EvidenceExpectations.builder()
            .policy(EvidencePolicies.neverExportable(), EvidencePolicies.keyOriginLocal());
    tokenKeys.forEach(expected::key);
    EvidenceHandler tokens = PkixHandler.of(HsmTrust.TYPE).expecting(expected.build());
    return new EvidenceHandler[] {runtime, tokens};
  }

  private static SortedSet<String> files(Corim corim) {
    SortedSet<String> files = new TreeSet<>();
    for (ConciseTag tag : corim.tags()) {
      if (tag instanceof ConciseTag.OfComid comid) {
        for (ValuesTriple triple : comid.comid().triples().reference()) {
          for (Measurement measurement : triple.measurements()) {
            MeasurementKey name = measurement.key().orElseThrow();
            files.add(name.toString().substring(Attester.FILE.length()));
          }
        }
      }
    }
    return files;
  }

  /**
   * Appraises evidence.
   *
   * @param evidence a CMW record with an EAT as CWT
   * @param nonce what the relying party asked with
   * @throws DecodingException if {@code evidence} is anything else
   * @throws VerificationException if it is not from the attester, or not for this nonce
   * @throws GeneralSecurityException if the key cannot sign
   */
  Result appraise(Bytes evidence, Bytes nonce)
      throws DecodingException, VerificationException, GeneralSecurityException {
    AttestationResult result =
        verifier.appraise(AppraisalRequest.builder(evidence).nonce(nonce).build());
    ComponentResult runtime =
        result.components().stream()
            .filter(component -> component.label().equals(LABEL))
            .findFirst()
            .orElseThrow(() -> unexpected("no evidence about the runtime"));
    Comparison files = policy.compare(runtime.component());
    return new Result(
        result.sign(Encoding.JSON, key), policy.size(), files.same().size(), files.notRecorded());
  }

  /** Returns the messages in evidence by label; alone it is that of the runtime. */
  static Map<String, Bytes> parts(Bytes evidence) throws DecodingException {
    Cmw cmw = Cmw.decode(evidence, Encoding.CBOR, CmwOptions.STRICT);
    if (cmw instanceof CmwRecord record) {
      return Map.of(LABEL, record.value());
    }
    Map<String, Bytes> parts = new LinkedHashMap<>();
    if (cmw instanceof CmwCollection collection) {
      for (Map.Entry<Label, Cmw> part : collection.entries().entrySet()) {
        if (part.getValue() instanceof CmwRecord record) {
          parts.put(part.getKey().toString(), record.value());
        }
      }
    }
    return parts;
  }

  private static DecodingException unexpected(String what) {
    return DecodingException.of(Reason.UNEXPECTED_STRUCTURE, "", what);
  }
}
