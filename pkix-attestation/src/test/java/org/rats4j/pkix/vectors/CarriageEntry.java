package org.rats4j.pkix.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.x509.AttestationBundle;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;
import org.rats4j.core.Oid;
import org.rats4j.core.VerificationException;
import org.rats4j.pkix.BundledEvidence;
import org.rats4j.pkix.CsrAttestation;
import org.rats4j.pkix.EvidenceCmw;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidenceOptions;
import org.rats4j.pkix.EvidenceResult;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.UnverifiedEvidence;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.VectorEntry;

/** Entries of the kinds that carry evidence in something else. */
public final class CarriageEntry {
  private static final Oid NO_TYPE = Oid.of("2.999");

  private CarriageEntry() {}

  /** Checks an entry of kind {@code csr-pkix-evidence}. */
  public static void checkCsr(VectorEntry entry) throws Exception {
    Set<String> expected = new HashSet<>(entry.texts("findings"));
    if (entry.expect() != Expect.VALID) {
      assertTrue(expected.contains(refusal(entry, EvidenceOptions.STRICT)));
    }
    if (entry.expect() == Expect.INVALID) {
      assertTrue(expected.contains(refusal(entry, EvidenceOptions.LENIENT)));
      return;
    }
    EvidenceOptions options =
        entry.expect() == Expect.VALID ? EvidenceOptions.STRICT : EvidenceOptions.LENIENT;
    CsrAttestation csr = decode(entry, options);
    EvidenceResult result = csr.check(expectations(entry, csr.publicKey()));
    Set<String> found = EvidenceEntry.codes(result.findings());
    assertTrue(found.containsAll(expected), "expected " + expected + ", found " + found);
    assertEquals(entry.verifies().orElseThrow(), result instanceof EvidenceResult.Verified);
  }

  /** Where no anchor is given, nobody is trusted but the key of the request itself. */
  private static EvidenceExpectations expectations(VectorEntry entry, PublicKeyInfo key)
      throws Exception {
    return entry.has("anchor")
        ? Trust.of(entry).build()
        : EvidenceExpectations.builder().key(key).build();
  }

  private static CsrAttestation decode(VectorEntry entry, EvidenceOptions options)
      throws DecodingException {
    Oid type = entry.text("statementType").map(Oid::of).orElse(NO_TYPE);
    Bytes content = Bytes.copyOf(entry.content());
    return entry.encoding().equals("pem")
        ? CsrAttestation.decodeText(content, type, options)
        : CsrAttestation.decode(content, type, options);
  }

  private static String refusal(VectorEntry entry, EvidenceOptions options) {
    try {
      decode(entry, options);
    } catch (DecodingException e) {
      return e.code();
    }
    throw new AssertionError("accepted");
  }

  /** Checks an entry of kind {@code attestation-bundle}. */
  public static void checkBundle(VectorEntry entry) throws Exception {
    Bytes content = Bytes.copyOf(entry.content());
    Oid type = Oid.of(entry.requiredText("statementType"));

    BundledEvidence bundle = BundledEvidence.decode(content, type, EvidenceOptions.STRICT);

    assertFalse(bundle.evidence().isEmpty());
    EvidenceExpectations expectations = Trust.of(entry).certificates(bundle.certificates()).build();
    for (UnverifiedEvidence evidence : bundle.evidence()) {
      assertEquals(
          entry.verifies().orElseThrow(),
          evidence.check(expectations) instanceof EvidenceResult.Verified);
    }
    assertEquals(content, AttestationBundle.decode(content, DecodeOptions.STRICT).encode());
  }

  /** Checks an entry of kind {@code cmw-pkix-evidence}. */
  public static void checkCmw(VectorEntry entry) throws Exception {
    Encoding encoding = entry.encoding().equals("cbor") ? Encoding.CBOR : Encoding.JSON;
    MediaType type = MediaType.of(entry.requiredText("mediaType"));
    CmwRecord record =
        assertInstanceOf(
            CmwRecord.class,
            Cmw.decode(Bytes.copyOf(entry.content()), encoding, CmwOptions.STRICT));
    try {
      UnverifiedEvidence evidence = EvidenceCmw.unwrap(record, type, EvidenceOptions.STRICT);
      evidence.verify(Trust.of(entry).build());
      assertTrue(entry.verifies().orElseThrow());
      assertEquals(record, EvidenceCmw.wrap(evidence, type));
    } catch (VerificationException e) {
      assertFalse(entry.verifies().orElseThrow());
      assertEquals(Set.copyOf(entry.texts("findings")), Set.of(e.code()));
    }
  }
}
