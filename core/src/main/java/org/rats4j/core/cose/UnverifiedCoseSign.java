package org.rats4j.core.cose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborReader;

/** A COSE_Sign whose syntax is right and for which nobody vouches yet. */
public final class UnverifiedCoseSign implements UnverifiedCoseMessage {
  private final CoseLayer layer;
  private final @Nullable Bytes payload;
  private final List<UnverifiedCoseSignature> signatures;
  private final List<Finding> findings;
  private final Bytes encoded;

  private UnverifiedCoseSign(
      CoseLayer layer,
      @Nullable Bytes payload,
      List<UnverifiedCoseSignature> signatures,
      List<Finding> findings,
      Bytes encoded) {
    this.layer = layer;
    this.payload = payload;
    this.signatures = List.copyOf(signatures);
    this.findings = findings;
    this.encoded = encoded;
  }

  static UnverifiedCoseSign read(CborReader in, CoseTag tag) throws DecodingException {
    int findingsBefore = in.findings().size();
    Bytes encoded = in.peekRaw();
    CoseForm.SIGN.readTag(in, tag);
    return readArray(in, encoded, findingsBefore);
  }

  static UnverifiedCoseSign readUntagged(CborReader in, Bytes encoded) throws DecodingException {
    return readArray(in, encoded, in.findings().size());
  }

  private static UnverifiedCoseSign readArray(CborReader in, Bytes encoded, int findingsBefore)
      throws DecodingException {
    in.startArray(4);
    CoseLayer layer = CoseLayer.read(in, false);
    @Nullable Bytes payload = SingleSignature.readPayload(in, layer.protectedHeaders());
    int count = in.startArray();
    if (count == 0) {
      throw in.fail(Reason.INVALID_VALUE, "there is no signature");
    }
    List<UnverifiedCoseSignature> signatures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      in.startArray(3);
      CoseLayer signer = CoseLayer.read(in, true);
      Bytes signature = SingleSignature.readSignature(in);
      in.endArray();
      signatures.add(new UnverifiedCoseSignature(signer, signature));
    }
    in.endArray();
    in.endArray();
    return new UnverifiedCoseSign(
        layer, payload, signatures, in.findings().from(findingsBefore), encoded);
  }

  /**
   * Verifies the signature at {@code signerIndex}: crit of message and signer, type, algorithm,
   * key, payload and signature, in this order.
   *
   * @throws VerificationException with UNKNOWN_CRITICAL if crit names a label that nobody
   *     understands; with TYPE_MISMATCH if typ or content type is not as expected; with
   *     ALGORITHM_NOT_ALLOWED if the algorithm is not among the expected ones or is no signature
   *     algorithm, or there is none in the protected headers and the key names none either; with
   *     UNKNOWN_KEY if no key is known; with UNTRUSTED_CHAIN if an entry of a protected x5chain is
   *     no certificate; with KEY_MISMATCH if no key fits the algorithm; with PAYLOAD_MISSING if the
   *     payload is detached and was not given; with DIGEST_MISMATCH if it is detached, and by its
   *     size not the hash that the headers name; with BAD_SIGNATURE if the signature is wrong; and
   *     as the key resolver throws it
   * @throws IllegalArgumentException if a payload is given although the message carries its own
   * @throws IndexOutOfBoundsException if there is no such signature
   */
  public CoseSign verify(int signerIndex, CoseExpectations expectations)
      throws VerificationException {
    UnverifiedCoseSignature signer = signatures.get(signerIndex);
    SignatureCheck check =
        new SignatureCheck(CoseForm.SIGN, List.of(layer, signer.layer()), expectations);
    return new CoseSign(
        layer.protectedHeaders(),
        signerIndex,
        signer.protectedHeaders(),
        check.check(payload(), signer.signature()));
  }

  @Override
  public CoseHeaders protectedHeaders() {
    return layer.protectedHeaders();
  }

  @Override
  public CoseHeaders unprotectedHeaders() {
    return layer.unprotectedHeaders();
  }

  @Override
  public Optional<Bytes> payload() {
    return Optional.ofNullable(payload);
  }

  /** Returns the signatures, at least one. */
  public List<UnverifiedCoseSignature> signatures() {
    return signatures;
  }

  /**
   * Returns the bytes that the signature at {@code signerIndex} is over, for inspection; verifying
   * does not need this copy.
   *
   * @throws IllegalStateException if the payload is detached
   * @throws IndexOutOfBoundsException if there is no such signature
   */
  public Bytes toBeSigned(int signerIndex, Bytes externalAad) {
    if (payload == null) {
      throw new IllegalStateException("the payload is detached");
    }
    return toBeSigned(signerIndex, externalAad, payload);
  }

  /**
   * Returns the bytes that the signature at {@code signerIndex} is over if {@code payload} is the
   * payload, for inspection.
   *
   * @throws IndexOutOfBoundsException if there is no such signature
   */
  public Bytes toBeSigned(int signerIndex, Bytes externalAad, Bytes payload) {
    List<CoseLayer> layers = List.of(layer, signatures.get(signerIndex).layer());
    return ToBeSigned.joined(CoseForm.SIGN, layers, externalAad, payload);
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public Bytes encoded() {
    return encoded;
  }
}
