package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.rats4j.cli.hsm.KeyQuestions;
import org.rats4j.cli.kind.HsmTrust;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Signer;
import org.rats4j.expat.AttestationProvider;
import org.rats4j.expat.BinderRequest;
import org.rats4j.expat.Identity;
import org.rats4j.pkix.EvidenceCmw;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.EvidenceSigner;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.UnverifiedEvidence;
import org.rats4j.pkix.hsm.pkcs11.Pkcs11Module;
import org.rats4j.pkix.hsm.pkcs11.Pkcs11Token;

/**
 * The key of the authenticator in a token: made there, it cannot leave it. The token says so
 * itself, in evidence signed by another of its keys.
 */
final class TokenKeys {
  /** The label of that evidence beside the other. */
  static final String LABEL = "hsm";

  private static final String LEAF = "leaf";
  private static final String ATTESTATION_KEY = "ak";

  private final Pkcs11Token token;
  private final Identity identity;
  private final PublicKeyInfo attestationKey;

  private TokenKeys(Pkcs11Token token, Identity identity, PublicKeyInfo attestationKey) {
    this.token = token;
    this.identity = identity;
    this.attestationKey = attestationKey;
  }

  /** Makes the keys. The token stays open as long as the process. */
  static TokenKeys make(SoftHsm.Token in, Clock clock)
      throws GeneralSecurityException, IOException, RatsException {
    Pkcs11Token token = Pkcs11Module.load(in.library()).token(in.label(), in.pin().toCharArray());
    PublicKeyInfo attestationKey = token.generate(ATTESTATION_KEY, Bytes.of(2), Algorithms.ES256);
    PublicKeyInfo key = token.generate(LEAF, Bytes.of(1), Algorithms.ES256);
    Signer signer = token.signer(LEAF, Algorithms.ES256);
    X509Certificate leaf =
        Certificates.selfSigned(
            "attester with token", EncodedKeys.publicKey(key.encoded()), signer, clock);
    return new TokenKeys(token, Identity.of(List.of(leaf), signer), attestationKey);
  }

  /** Returns what shows the key in authenticators. */
  Identity identity() {
    return identity;
  }

  /** Returns the public key by which the evidence of the token is known. */
  PublicKeyInfo attestationKey() {
    return attestationKey;
  }

  /** Returns an attester that adds what the token says to what {@code runtime} says. */
  AttestationProvider beside(AttestationProvider runtime) {
    Objects.requireNonNull(runtime, "runtime");
    return request ->
        CmwCollection.builder()
            .put(Verifier.LABEL, runtime.attest(request))
            .put(LABEL, attest(request))
            .build();
  }

  private Cmw attest(BinderRequest request) throws GeneralSecurityException, RatsException {
    UnverifiedEvidence evidence =
        org.rats4j.pkix.hsm.Attester.builder()
            .platform(token.platform())
            .keys(token.keys(EvidenceOids.PLACEHOLDER))
            .signer(
                EvidenceSigner.ofPublicKey(
                    attestationKey, token.signer(ATTESTATION_KEY, Algorithms.ES256)))
            .build()
            .answer(KeyQuestions.about(List.of(LEAF), request.binder()));
    return EvidenceCmw.wrap(evidence, HsmTrust.TYPE);
  }
}
