package org.rats4j.expat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Set;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseExpectations;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

/** A platform that signs evidence, and the verifier that knows it. */
public final class TestEvidence {
  /** What a label of claims means here: 10 is the nonce, -70001 the hash of the key. */
  private static final long NONCE = 10;

  private static final long AIK_PUB_HASH = -70001;

  private final KeyPair platform;

  /** Makes a platform. */
  public TestEvidence() {
    try {
      platform = HandshakePki.Kind.P256.keys();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the attester. */
  public AttestationProvider provider() {
    return request -> evidence(request.binder(), request.aikPubHash());
  }

  /** Returns evidence with these claims. */
  public Cmw evidence(Bytes nonce, Bytes aikPubHash) throws GeneralSecurityException {
    CborWriter claims = new CborWriter();
    claims.startMap(2).writeInt(NONCE).writeBytes(nonce);
    claims.writeInt(AIK_PUB_HASH).writeBytes(aikPubHash);
    Bytes signed =
        CoseSign1.builder()
            .payload(Bytes.copyOf(claims.toByteArray()))
            .sign(Signers.of(platform.getPrivate(), Algorithms.ES256));
    return CmwRecord.of(MediaType.of("application/eat+cwt"), signed);
  }

  /** Returns the appraiser; it finds the values, and does not compare them. */
  public AttestationAppraiser appraiser() {
    return (attestation, expected) -> {
      Claims claims = verify(attestation);
      return Verdict.accepted(
          BoundValue.found(claims.nonce()), BoundValue.found(claims.aikPubHash()));
    };
  }

  /**
   * What the evidence says under its signature.
   *
   * @param nonce the nonce
   * @param aikPubHash the hash of the attested key
   */
  public record Claims(Bytes nonce, Bytes aikPubHash) {}

  /** Returns what this platform has signed. */
  public Claims verify(Cmw attestation) throws RatsException {
    CoseExpectations expectations =
        CoseExpectations.builder()
            .key(VerificationKey.of(platform.getPublic()))
            .algorithms(Set.of(Algorithms.ES256))
            .build();
    Bytes payload =
        CoseSign1.decode(((CmwRecord) attestation).value(), DecodeOptions.STRICT)
            .verify(expectations)
            .payload();
    CborMap claims = (CborMap) CborReader.of(payload, DecodeOptions.STRICT, "claims").readItem();
    return new Claims(bytes(claims, NONCE), bytes(claims, AIK_PUB_HASH));
  }

  private static Bytes bytes(CborMap claims, long label) {
    return ((CborBytes) claims.get(label).orElseThrow()).value();
  }
}
