package org.rats4j.core.cose;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.crypto.Signer;

/** Builds a COSE_Sign. Not safe for use by several threads. */
public final class CoseSignBuilder extends CoseMessageBuilder<CoseSignBuilder> {
  private final List<SignerEntry> signers = new ArrayList<>();

  CoseSignBuilder() {
    super(CoseForm.SIGN);
  }

  @Override
  CoseSignBuilder self() {
    return this;
  }

  private record SignerEntry(Signer signer, CoseLayer layer) {}

  /**
   * Adds a signer, whose algorithm becomes the alg of his protected headers.
   *
   * @throws IllegalArgumentException if the algorithm is no signature algorithm that may be
   *     written, the headers name another one, or a header parameter stands where it must not stand
   */
  public CoseSignBuilder signer(
      Signer signer, CoseHeaders protectedHeaders, CoseHeaders unprotectedHeaders) {
    Objects.requireNonNull(signer, "signer");
    CoseLayer layer =
        CoseLayer.of(protectedHeaders.toBuilder().build(), unprotectedHeaders.toBuilder().build());
    signers.add(new SignerEntry(signer, withAlgorithm(layer, signer)));
    return this;
  }

  /**
   * Adds a signer without further headers.
   *
   * @throws IllegalArgumentException if the algorithm is no signature algorithm that may be written
   */
  public CoseSignBuilder signer(Signer signer) {
    return signer(signer, CoseHeaders.EMPTY, CoseHeaders.EMPTY);
  }

  /**
   * Returns the encoded message with the signatures of all signers.
   *
   * @throws GeneralSecurityException if a signer fails
   * @throws IllegalArgumentException if a header parameter stands where it must not stand
   * @throws IllegalStateException if there is no payload or no signer
   */
  public Bytes sign() throws GeneralSecurityException {
    if (signers.isEmpty()) {
      throw new IllegalStateException("no signer is added");
    }
    CoseLayer body = body();
    CborWriter out = start(body).startArray(signers.size());
    for (SignerEntry entry : signers) {
      out.startArray(3);
      entry.layer.write(out);
      out.writeBytes(signature(entry.signer, body, entry.layer));
    }
    return out.toBytes();
  }
}
