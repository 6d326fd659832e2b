package org.rats4j.test.hsm;

import java.io.IOException;
import java.util.HexFormat;
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Slot;

/** Makes keys in a token. It needs the artifact {@code ipkcs11wrapper}. */
public final class TokenKeys implements AutoCloseable {
  private static final byte[] P256 = HexFormat.of().parseHex("06082a8648ce3d030107");

  private final PKCS11Module module;
  private final Session session;

  private TokenKeys(PKCS11Module module, Session session) {
    this.module = module;
    this.session = session;
  }

  /** Opens the token as its user. */
  public static TokenKeys open(SoftHsm token) throws IOException, PKCS11Exception {
    PKCS11Module module = PKCS11Module.getInstance(token.library().toString());
    module.initialize();
    for (Slot slot : module.getSlotList(true)) {
      if (slot.getToken().getTokenInfo().getLabel().equals(SoftHsm.LABEL)) {
        Session session = slot.getToken().openSession(true);
        session.login(PKCS11Constants.CKU_USER, SoftHsm.PIN.toCharArray());
        return new TokenKeys(module, session);
      }
    }
    throw new IOException("token is not there");
  }

  /** Makes a pair of keys on P-256 that can sign and verify. */
  public TokenKeys generate(String label, int id, boolean extractable) throws PKCS11Exception {
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
    template.privateKey().sensitive(!extractable).extractable(extractable).private_(true);
    template.publicKey().ecParams(P256);
    session.generateKeyPair(new Mechanism(PKCS11Constants.CKM_EC_KEY_PAIR_GEN), template);
    return this;
  }

  /** Returns the session, for what is not here. */
  public Session session() {
    return session;
  }

  /** Releases the library, so that it can be loaded again. */
  @Override
  public void close() throws PKCS11Exception {
    module.finalize(null);
  }
}
