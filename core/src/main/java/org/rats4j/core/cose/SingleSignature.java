package org.rats4j.core.cose;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborReader;

/**
 * What COSE_Sign1 and COSE_Mac0 have in common.
 *
 * <pre>{@code
 * [ Headers, payload : bstr / nil, signature : bstr ]
 * }</pre>
 */
final class SingleSignature {
  private final CoseForm form;
  private final CoseLayer layer;
  private final @Nullable Bytes payload;
  private final Bytes signature;
  private final List<Finding> findings;
  private final Bytes encoded;

  private SingleSignature(
      CoseForm form,
      CoseLayer layer,
      @Nullable Bytes payload,
      Bytes signature,
      List<Finding> findings,
      Bytes encoded) {
    this.form = form;
    this.layer = layer;
    this.payload = payload;
    this.signature = signature;
    this.findings = findings;
    this.encoded = encoded;
  }

  static SingleSignature decode(CoseForm form, Bytes cbor, CoseTag tag, DecodeOptions options)
      throws DecodingException {
    return read(form, CborReader.of(cbor, options, "cose"), tag);
  }

  static SingleSignature read(CoseForm form, CborReader in, CoseTag tag) throws DecodingException {
    int findingsBefore = in.findings().size();
    Bytes encoded = in.peekRaw();
    form.readTag(in, tag);
    return readArray(in, form, encoded, findingsBefore);
  }

  static SingleSignature readUntagged(CborReader in, CoseForm form, Bytes encoded)
      throws DecodingException {
    return readArray(in, form, encoded, in.findings().size());
  }

  private static SingleSignature readArray(
      CborReader in, CoseForm form, Bytes encoded, int findingsBefore) throws DecodingException {
    in.startArray(4);
    CoseLayer layer = CoseLayer.read(in, true);
    @Nullable Bytes payload = readPayload(in, layer.protectedHeaders());
    Bytes signature = readSignature(in);
    in.endArray();
    return new SingleSignature(
        form, layer, payload, signature, in.findings().from(findingsBefore), encoded);
  }

  static @Nullable Bytes readPayload(CborReader in, CoseHeaders protectedHeaders)
      throws DecodingException {
    if (in.tryNull()) {
      return null;
    }
    Bytes payload = in.readBytes();
    if (!HashEnvelope.sizeFits(protectedHeaders, payload)) {
      throw in.fail(Reason.INVALID_VALUE, "the payload has not the size of the hash");
    }
    return payload;
  }

  static Bytes readSignature(CborReader in) throws DecodingException {
    Bytes signature = in.readBytes();
    if (signature.isEmpty()) {
      throw in.fail(Reason.INVALID_VALUE, CoreCodes.SIGNATURE, "the signature is empty");
    }
    return signature;
  }

  CoseLayer layer() {
    return layer;
  }

  Optional<Bytes> payload() {
    return Optional.ofNullable(payload);
  }

  Bytes signature() {
    return signature;
  }

  List<Finding> findings() {
    return findings;
  }

  Bytes encoded() {
    return encoded;
  }

  Bytes toBeSigned(Bytes externalAad, Bytes payload) {
    return ToBeSigned.joined(form, List.of(layer), externalAad, payload);
  }

  Bytes carriedPayload() {
    if (payload == null) {
      throw new IllegalStateException("the payload is detached");
    }
    return payload;
  }

  SignatureCheck.Accepted verify(CoseExpectations expectations) throws VerificationException {
    return new SignatureCheck(form, List.of(layer), expectations).check(payload(), signature);
  }
}
