package org.rats4j.expat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsExporter;

/**
 * The values that attestation on one connection is bound to, and the extension that carries it.
 *
 * @param exporter our side of the connection
 * @param hash the hash of its suite
 * @param options the profile, and the form of what goes out
 */
record Attestation(TlsExporter exporter, SuiteHash hash, ExpatOptions options) {

  BinderRequest binder(Bytes context, X509Certificate leaf) throws VerificationException {
    BinderValues values = Binder.compute(exporter, context, leaf, options.profile());
    return new BinderRequest(values, context, hash, leaf);
  }

  TlsExtension attest(BinderRequest request, AttestationProvider provider)
      throws VerificationException {
    Bytes cmwData;
    try {
      cmwData = provider.attest(request).encode(options.attestationForm());
    } catch (IOException | GeneralSecurityException | RatsException e) {
      throw Fault.PROVIDER_FAILED.verification("attestation provider failed", e);
    }
    return AuthenticatorMaker.attestation(options.profile().extensionType(), cmwData);
  }
}
