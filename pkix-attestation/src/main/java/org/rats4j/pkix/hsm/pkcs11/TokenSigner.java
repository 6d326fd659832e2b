package org.rats4j.pkix.hsm.pkcs11;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.params.RSA_PKCS_PSS_PARAMS;

/** Signs with a key that never leaves its token. */
final class TokenSigner implements Signer {
  private static final Map<Long, String> ECDSA =
      Map.of(
          Algorithms.ES256, "SHA-256",
          Algorithms.ES384, "SHA-384",
          Algorithms.ES512, "SHA-512");

  private final Session session;
  private final long handle;
  private final long algorithm;

  TokenSigner(Session session, long handle, long algorithm) {
    if (!ECDSA.containsKey(algorithm)
        && algorithm != Algorithms.ED25519
        && pss(algorithm) == null) {
      throw new IllegalArgumentException(Algorithms.name(algorithm) + " is not supported here");
    }
    this.session = session;
    this.handle = handle;
    this.algorithm = algorithm;
  }

  @Override
  public long algorithm() {
    return algorithm;
  }

  @Override
  public byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
    String hash = ECDSA.get(algorithm);
    byte[] input = hash == null ? toBeSigned : MessageDigest.getInstance(hash).digest(toBeSigned);
    synchronized (session) {
      try {
        return session.signSingle(mechanism(), handle, input);
      } catch (PKCS11Exception e) {
        throw Pkcs11Token.refused(e);
      }
    }
  }

  private Mechanism mechanism() {
    Mechanism pss = pss(algorithm);
    if (pss != null) {
      return pss;
    }
    return new Mechanism(
        algorithm == Algorithms.ED25519 ? PKCS11Constants.CKM_EDDSA : PKCS11Constants.CKM_ECDSA);
  }

  private static @Nullable Mechanism pss(long algorithm) {
    if (algorithm == Algorithms.PS256) {
      return new Mechanism(
          PKCS11Constants.CKM_SHA256_RSA_PKCS_PSS,
          new RSA_PKCS_PSS_PARAMS(PKCS11Constants.CKM_SHA256, PKCS11Constants.CKG_MGF1_SHA256, 32));
    }
    if (algorithm == Algorithms.PS384) {
      return new Mechanism(
          PKCS11Constants.CKM_SHA384_RSA_PKCS_PSS,
          new RSA_PKCS_PSS_PARAMS(PKCS11Constants.CKM_SHA384, PKCS11Constants.CKG_MGF1_SHA384, 48));
    }
    if (algorithm == Algorithms.PS512) {
      return new Mechanism(
          PKCS11Constants.CKM_SHA512_RSA_PKCS_PSS,
          new RSA_PKCS_PSS_PARAMS(PKCS11Constants.CKM_SHA512, PKCS11Constants.CKG_MGF1_SHA512, 64));
    }
    return null;
  }
}
