package org.rats4j.core.cose;

import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.crypto.Signer;

/**
 * What the builders of all COSE messages have in common. Not safe for use by several threads.
 *
 * @param <B> the type of the builder
 */
public abstract sealed class CoseMessageBuilder<B extends CoseMessageBuilder<B>>
    permits CoseSign1Builder, CoseSignBuilder, CoseMac0Builder {
  private final CoseForm form;
  private CoseHeaders protectedHeaders = CoseHeaders.EMPTY;
  private CoseHeaders unprotectedHeaders = CoseHeaders.EMPTY;
  private @Nullable Bytes payload;
  private @Nullable HashEnvelope envelope;
  private boolean detached;
  private Bytes externalAad = Bytes.EMPTY;
  private boolean tagged = true;

  CoseMessageBuilder(CoseForm form) {
    this.form = form;
  }

  abstract B self();

  /** Sets the protected header parameters of the message. The signer adds alg where it is due. */
  public B protectedHeaders(CoseHeaders value) {
    protectedHeaders = value.toBuilder().build();
    return self();
  }

  /** Sets the unprotected header parameters of the message. */
  public B unprotectedHeaders(CoseHeaders value) {
    unprotectedHeaders = value.toBuilder().build();
    return self();
  }

  /** Sets the payload, which the message carries. */
  public B payload(Bytes value) {
    return payload(value, null, false);
  }

  /** Sets the payload, which goes its own way; the message carries null instead. */
  public B detachedPayload(Bytes value) {
    return payload(value, null, true);
  }

  /** Sets the payload to a hash, and the protected headers that say so. */
  public B hashEnvelope(HashEnvelope value) {
    return payload(value.digest(), value, false);
  }

  /** Sets data that is signed along without being sent; empty by default. */
  public B externalAad(Bytes value) {
    externalAad = Objects.requireNonNull(value, "value");
    return self();
  }

  /** Leaves the tag away, for specifications that embed a message without it. */
  public B untagged() {
    tagged = false;
    return self();
  }

  /** Returns the body of a message in which no signature belongs to it. */
  CoseLayer body() {
    CoseHeaders headers = envelope == null ? protectedHeaders : envelope.addTo(protectedHeaders);
    CoseLayer layer = CoseLayer.of(headers, unprotectedHeaders);
    if (!HashEnvelope.sizeFits(headers, requirePayload())) {
      throw new IllegalArgumentException("the payload has not the size of the hash");
    }
    return layer;
  }

  /** Returns {@code layer} with the alg of {@code signer}. */
  CoseLayer withAlgorithm(CoseLayer layer, Signer signer) {
    long algorithm = signer.algorithm();
    if (!form.canSignWith(algorithm)) {
      throw new IllegalArgumentException(
          form.title + " is not made with the algorithm " + algorithm);
    }
    CoseHeaders headers = layer.protectedHeaders();
    if (headers.contains(CoseHeaders.ALG)
        && headers.algorithm().orElse(algorithm - 1) != algorithm) {
      throw new IllegalArgumentException("alg is not that of the signer");
    }
    return CoseLayer.of(
        headers.toBuilder().put(CoseHeaders.ALG, CborInteger.of(algorithm)).build(),
        layer.unprotectedHeaders());
  }

  byte[] signature(Signer signer, CoseLayer... layers) throws GeneralSecurityException {
    byte[] signature =
        signer.sign(ToBeSigned.parts(form, List.of(layers), externalAad, requirePayload()));
    if (signature.length == 0) {
      throw new SignatureException("the signer answered with nothing");
    }
    return signature;
  }

  /** Starts the message; the signature or the signers are left to write. */
  CborWriter start(CoseLayer body) {
    CborWriter out = new CborWriter();
    if (tagged) {
      out.writeTag(form.tag);
    }
    out.startArray(4);
    body.write(out);
    if (detached) {
      out.writeNull();
    } else {
      out.writeBytes(requirePayload());
    }
    return out;
  }

  private B payload(Bytes value, @Nullable HashEnvelope newEnvelope, boolean isDetached) {
    payload = Objects.requireNonNull(value, "value");
    envelope = newEnvelope;
    detached = isDetached;
    return self();
  }

  private Bytes requirePayload() {
    if (payload == null) {
      throw new IllegalStateException("no payload is set");
    }
    return payload;
  }
}
