package org.rats4j.pkix.hsm.pkcs11;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Signer;
import org.rats4j.pkix.EvidenceClaims;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.hsm.ClaimValues;
import org.rats4j.pkix.hsm.KeySource;
import org.rats4j.pkix.hsm.PlatformSource;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Token;
import org.xipki.pkcs11.wrapper.TokenInfo;
import org.xipki.pkcs11.wrapper.Version;

/** A session with a token, which makes keys, and whose keys can be observed and used. */
public final class Pkcs11Token implements AutoCloseable {
  private final Token token;
  private final Session session;

  private Pkcs11Token(Token token, Session session) {
    this.token = token;
    this.session = session;
  }

  static Pkcs11Token open(Token token, char[] pin) throws GeneralSecurityException {
    try {
      Session session = token.openSession(false);
      try {
        session.login(PKCS11Constants.CKU_USER, pin);
      } catch (PKCS11Exception e) {
        session.closeSession();
        throw e;
      }
      return new Pkcs11Token(token, session);
    } catch (PKCS11Exception e) {
      throw refused(e);
    }
  }

  /**
   * Returns who says what the token says of itself: maker, serial number, versions. Whether it is
   * validated or can be debugged it does not say.
   */
  public PlatformSource platform() {
    return () -> {
      synchronized (session) {
        try {
          TokenInfo info = token.getTokenInfo();
          return ClaimValues.builder()
              .addIfPresent(EvidenceClaims.VENDOR, text(info.getManufacturerID()))
              .addIfPresent(EvidenceClaims.HWSERIAL, text(info.getSerialNumber()))
              .add(EvidenceClaims.HWVERSION, version(info.getHardwareVersion()))
              .addIfPresent(EvidenceClaims.SWNAME, text(info.getModel()))
              .add(EvidenceClaims.SWVERSION, version(info.getFirmwareVersion()))
              .build();
        } catch (PKCS11Exception e) {
          throw refused(e);
        }
      }
    };
  }

  private static Optional<String> text(String padded) {
    return Optional.of(padded.strip()).filter(text -> !text.isEmpty());
  }

  private static String version(Version version) {
    return (version.getMajor() & 0xff) + "." + (version.getMinor() & 0xff);
  }

  /**
   * Returns who says what the token says of its private and secret keys. A key is known by its
   * CKA_ID in hexadecimal, and by its label if no other key has it.
   */
  public KeySource keys(EvidenceOids oids) {
    return new KeySource() {
      @Override
      public Optional<ClaimValues> find(String identifier) throws GeneralSecurityException {
        Optional<TokenKey> key = key(identifier);
        return key.isEmpty() ? Optional.empty() : Optional.of(observe(key.get(), oids));
      }

      @Override
      public List<ClaimValues> list() throws GeneralSecurityException {
        List<ClaimValues> all = new ArrayList<>();
        for (TokenKey key : known()) {
          all.add(observe(key, oids));
        }
        return List.copyOf(all);
      }
    };
  }

  private ClaimValues observe(TokenKey key, EvidenceOids oids) throws GeneralSecurityException {
    synchronized (session) {
      try {
        return key.observe(session, oids);
      } catch (PKCS11Exception e) {
        throw refused(e);
      }
    }
  }

  /**
   * Returns the public key of a private key; empty if the token does not have it.
   *
   * @throws GeneralSecurityException if there is no such key, or the token does not answer
   */
  public Optional<PublicKeyInfo> publicKey(String identifier) throws GeneralSecurityException {
    return observe(required(identifier), EvidenceOids.PLACEHOLDER).get(EvidenceClaims.SPKI);
  }

  /**
   * Returns a signer with a private key of the token.
   *
   * @param algorithm ES256, ES384, ES512, EdDSA with Ed25519, or PS256, PS384 or PS512, by its
   *     number in {@link org.rats4j.core.crypto.Algorithms}
   * @throws GeneralSecurityException if there is no such key, or the token does not answer
   * @throws IllegalArgumentException if the algorithm is another one
   */
  public Signer signer(String identifier, long algorithm) throws GeneralSecurityException {
    return new TokenSigner(session, required(identifier).handle(), algorithm);
  }

  /**
   * Makes a pair of keys in the token that signs and verifies, and does nothing else. The private
   * one is sensitive and never leaves the token.
   *
   * @param label the label of both keys
   * @param id the CKA_ID of both keys
   * @param algorithm what they are for: ES256, ES384, ES512, or EdDSA with Ed25519, by its number
   *     in {@link org.rats4j.core.crypto.Algorithms}
   * @return the public key
   * @throws GeneralSecurityException if an object of the token goes by this label or this id, where
   *     an id in hexadecimal is as good as a label; if the token refuses, or makes the keys and
   *     does not say what the public one is
   * @throws IllegalArgumentException if label or id is empty, or the algorithm is another one
   */
  public PublicKeyInfo generate(String label, Bytes id, long algorithm)
      throws GeneralSecurityException {
    return generate(new NewKeyPair(label, id, algorithm, false));
  }

  /**
   * Makes a pair of keys as {@link #generate(String, Bytes, long)} does, but the private one may
   * leave the token, even in the clear, and evidence says so.
   *
   * @return the public key
   * @throws GeneralSecurityException as there
   * @throws IllegalArgumentException as there
   */
  public PublicKeyInfo generateExtractable(String label, Bytes id, long algorithm)
      throws GeneralSecurityException {
    return generate(new NewKeyPair(label, id, algorithm, true));
  }

  private PublicKeyInfo generate(NewKeyPair pair) throws GeneralSecurityException {
    synchronized (session) {
      try {
        Session writing = openToWrite();
        try {
          if (pair.isTaken(writing)) {
            throw new GeneralSecurityException("token has an object of this label or this id");
          }
          pair.generate(writing);
        } finally {
          writing.closeSession();
        }
      } catch (PKCS11Exception e) {
        throw refused(e);
      }
    }
    return publicKey(pair.id().toHex())
        .orElseThrow(() -> new GeneralSecurityException("token does not say the public key"));
  }

  /** The session of this object can change nothing; this one can, by the same login. */
  Session openToWrite() throws PKCS11Exception {
    return token.openSession(true);
  }

  private TokenKey required(String identifier) throws GeneralSecurityException {
    return key(identifier).orElseThrow(() -> new GeneralSecurityException("token has no such key"));
  }

  private Optional<TokenKey> key(String identifier) throws GeneralSecurityException {
    return known().stream().filter(key -> key.identifiers().contains(identifier)).findFirst();
  }

  private List<TokenKey> known() throws GeneralSecurityException {
    synchronized (session) {
      try {
        return TokenKey.list(session);
      } catch (PKCS11Exception e) {
        throw refused(e);
      }
    }
  }

  static GeneralSecurityException refused(PKCS11Exception e) {
    return new GeneralSecurityException("token refuses: " + e.getErrorName(), e);
  }

  /**
   * Ends the session.
   *
   * @throws GeneralSecurityException if the token refuses
   */
  @Override
  public void close() throws GeneralSecurityException {
    synchronized (session) {
      try {
        session.closeSession();
      } catch (PKCS11Exception e) {
        throw refused(e);
      }
    }
  }
}
