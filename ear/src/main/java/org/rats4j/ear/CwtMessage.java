package org.rats4j.ear;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cose.CoseExpectations;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.CoseTag;
import org.rats4j.core.cose.UnverifiedCoseSign1;
import org.rats4j.core.crypto.KeyHints;

/** An EAR as CWT: a COSE_Sign1 under its tag, perhaps under the tag of CWT, too. */
final class CwtMessage implements SignedEar {
  private static final String ROOT = "cwt";
  private static final long TAG_SELF_DESCRIBED = 55799;
  private static final long TAG_CWT = 61;
  private static final long TAG_SIGN1 = 18;

  private final UnverifiedCoseSign1 message;
  private final Bytes payload;
  private final List<Finding> findings;
  private final Bytes encoded;

  private CwtMessage(
      UnverifiedCoseSign1 message, Bytes payload, List<Finding> findings, Bytes encoded) {
    this.message = message;
    this.payload = payload;
    this.findings = findings;
    this.encoded = encoded;
  }

  static CwtMessage decode(Bytes token, EarOptions options) throws DecodingException {
    Findings findings = new Findings(options.decodeOptions());
    CborReader in = CborReader.of(token, options.decodeOptions(), ROOT, findings);
    in.tryTag(TAG_SELF_DESCRIBED);
    boolean isCwt = in.tryTag(TAG_CWT);
    CoseTag tag = CoseTag.REQUIRED;
    if (!isCwt && in.peekType() == CborType.ARRAY) {
      tag = CoseTag.ABSENT;
      findings.deviation(
          EarLeniencies.UNTAGGED_COSE,
          Reason.UNEXPECTED_STRUCTURE,
          ROOT,
          "COSE_Sign1 without tag " + TAG_SIGN1);
    }
    UnverifiedCoseSign1 message = CoseSign1.read(in, tag);
    Bytes payload =
        message
            .payload()
            .orElseThrow(
                () ->
                    DecodingException.of(
                        Reason.UNEXPECTED_STRUCTURE, ROOT, "an EAR carries its claims"));
    return new CwtMessage(message, payload, findings.toList(), token);
  }

  @Override
  public Encoding encoding() {
    return Encoding.CBOR;
  }

  @Override
  public Bytes payload() {
    return payload;
  }

  @Override
  public KeyHints keyHints() {
    return message.keyHints();
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public Bytes encoded() {
    return encoded;
  }

  @Override
  public Verified verify(EarExpectations expectations) throws VerificationException {
    CoseExpectations expected =
        CoseExpectations.builder()
            .keys(expectations.keys())
            .algorithms(expectations.algorithms())
            .build();
    try {
      CoseSign1 verified = message.verify(expected);
      return new Verified(verified.payload(), Encoding.CBOR, verified.key(), verified.algorithm());
    } catch (VerificationException e) {
      throw EarFaults.ofSignature(e);
    }
  }
}
