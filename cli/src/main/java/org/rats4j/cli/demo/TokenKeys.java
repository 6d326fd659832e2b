package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.rats4j.cli.hsm.KeyQuestions;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.core.MediaType;
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
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Slot;

/**
 * The key of the authenticator in a token: made there, it cannot leave it. The token says so
 * itself, in evidence signed by another of its keys.
 */
final class TokenKeys {
  /** What the evidence of a token comes as; none is registered. */
  static final MediaType TYPE = MediaType.of("application/vnd.rats4j.hsm-evidence");

  /** The label of that evidence beside the other. */
  static final String LABEL = "hsm";

  private static final String LEAF = "leaf";
  private static final String ATTESTATION_KEY = "ak";
  private static final byte[] P256 = HexFormat.of().parseHex("06082a8648ce3d030107");

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
    generate(in);
    Pkcs11Token token = Pkcs11Module.load(in.library()).token(in.label(), in.pin().toCharArray());
    Signer signer = token.signer(LEAF, Algorithms.ES256);
    X509Certificate leaf =
        Certificates.selfSigned(
            "attester with token",
            EncodedKeys.publicKey(publicKey(token, LEAF).encoded()),
            signer,
            clock);
    return new TokenKeys(
        token, Identity.of(List.of(leaf), signer), publicKey(token, ATTESTATION_KEY));
  }

  private static PublicKeyInfo publicKey(Pkcs11Token token, String key)
      throws GeneralSecurityException {
    return token
        .publicKey(key)
        .orElseThrow(() -> new GeneralSecurityException("token does not have its public key"));
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
    return EvidenceCmw.wrap(evidence, TYPE);
  }

  private static void generate(SoftHsm.Token in) throws GeneralSecurityException, IOException {
    try {
      PKCS11Module module = PKCS11Module.getInstance(in.library());
      module.initialize();
      try {
        Session session = open(module, in);
        generate(session, LEAF, 1);
        generate(session, ATTESTATION_KEY, 2);
      } finally {
        module.finalize(null);
      }
    } catch (PKCS11Exception e) {
      throw new GeneralSecurityException("token makes no keys", e);
    }
  }

  private static Session open(PKCS11Module module, SoftHsm.Token in)
      throws IOException, PKCS11Exception {
    for (Slot slot : module.getSlotList(true)) {
      if (slot.getToken().getTokenInfo().getLabel().strip().equals(in.label())) {
        Session session = slot.getToken().openSession(true);
        session.login(PKCS11Constants.CKU_USER, in.pin().toCharArray());
        return session;
      }
    }
    throw new IOException("token is not there");
  }

  private static void generate(Session session, String label, int id) throws PKCS11Exception {
    KeyPairTemplate template =
        new KeyPairTemplate(PKCS11Constants.CKK_EC)
            .token(true)
            .labels(label)
            .id(new byte[] {(byte) id})
            .signVerify(true)
            .decryptEncrypt(false)
            .unwrapWrap(false)
            .signVerifyRecover(false)
            .derive(false);
    template.privateKey().sensitive(true).extractable(false).private_(true);
    template.publicKey().ecParams(P256);
    session.generateKeyPair(new Mechanism(PKCS11Constants.CKM_EC_KEY_PAIR_GEN), template);
  }
}
