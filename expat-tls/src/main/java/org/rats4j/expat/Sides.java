package org.rats4j.expat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.cmw.Cmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.TlsExporter;

/** The two roles of one endpoint: it asks and appraises, it answers and attests. May take long. */
final class Sides {
  private final AttestationConfig config;
  private final ExportedAuthenticators authenticators;
  private volatile @Nullable AuthenticatorRequest asked;

  Sides(TlsExporter exporter, AttestationConfig config) throws VerificationException {
    this.config = config;
    authenticators = ExportedAuthenticators.of(exporter, config.options());
  }

  static VerificationException nothingToShow() {
    return Fault.REFUSED.verification("peer asks for attestation, and this side has none");
  }

  static VerificationException nothingFits() {
    return Fault.REFUSED.verification("no identity of this side fits the request of the peer");
  }

  static VerificationException broken() {
    return Fault.CLOSED.verification("an error of this side ended the exchange");
  }

  Bytes request() throws RatsException {
    RequestOptions.Builder options = RequestOptions.builder();
    config.nonces().ifPresent(nonces -> options.context(nonces.get()));
    AuthenticatorRequest request = authenticators.request(options.build());
    asked = request;
    return request.encoded();
  }

  AttestedAuthenticator appraise(Bytes answer) throws RatsException {
    AuthenticatorRequest request = asked;
    asked = null;
    if (request == null) {
      throw Fault.NOT_REQUESTED.verification("authenticator without a request of ours");
    }
    ChainValidator chains = config.chainValidator().orElseThrow();
    AuthenticatorResult result = authenticators.validate(request, answer, chains);
    return authenticators.appraise(result.authenticator(), config.model(), this::verdict);
  }

  /** A bug of the appraiser is a no, too. */
  private Verdict verdict(Cmw attestation, BinderRequest expected)
      throws IOException, GeneralSecurityException, RatsException {
    try {
      Verdict verdict = config.appraiser().orElseThrow().appraise(attestation, expected);
      return Objects.requireNonNull(verdict, "verdict");
    } catch (RuntimeException e) {
      throw new GeneralSecurityException("appraiser broke", e);
    }
  }

  Bytes answer(Bytes received) throws RatsException {
    AuthenticatorRequest request = authenticators.accept(received);
    if (!request.offersAttestation()) {
      throw Fault.ATTESTATION_MISSING.verification("request does not offer to take attestation");
    }
    return authenticators.authenticate(request, config.identities(), this::attestation);
  }

  private Cmw attestation(BinderRequest request)
      throws IOException, GeneralSecurityException, RatsException {
    try {
      Cmw attestation = config.provider().orElseThrow().attest(request);
      return Objects.requireNonNull(attestation, "attestation");
    } catch (RuntimeException e) {
      throw new GeneralSecurityException("attestation provider broke", e);
    }
  }

  Bytes refuse(Bytes received) throws RatsException {
    return authenticators.refuse(authenticators.accept(received));
  }

  void close() {
    authenticators.close();
  }
}
