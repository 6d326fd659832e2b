package org.rats4j.expat;

import java.security.cert.X509Certificate;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.expat.tls.SuiteHash;

/**
 * What an attester has to attest to.
 *
 * @param values the binder, the AIK hash and the exported value
 * @param context the certificate_request_context, which may be the nonce of a verifier
 * @param hash the hash of the cipher suite, by which the values were computed
 * @param leaf the certificate whose key signs the authenticator
 */
public record BinderRequest(
    BinderValues values, Bytes context, SuiteHash hash, X509Certificate leaf) {
  /** Creates a request. */
  public BinderRequest {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(leaf, "leaf");
  }

  /** Returns the binder: the nonce of the evidence. */
  public Bytes binder() {
    return values.binder();
  }

  /** Returns the AIK hash, which the evidence must hold. */
  public Bytes aikPubHash() {
    return values.aikPubHash();
  }

  /** Returns the exported value; never a nonce. */
  public Bytes exported() {
    return values.exported();
  }
}
