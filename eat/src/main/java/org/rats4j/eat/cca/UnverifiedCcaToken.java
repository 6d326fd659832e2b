package org.rats4j.eat.cca;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.UnverifiedEat;

/**
 * A CCA token whose syntax is right and for which nobody vouches yet. {@link #verify} is the only
 * way from here to a {@link CcaToken}.
 */
public final class UnverifiedCcaToken {
  private final Bytes encoded;
  private final CcaCollection collection;
  private final UnverifiedEat platform;
  private final UnverifiedEat realm;

  UnverifiedCcaToken(
      Bytes encoded, CcaCollection collection, UnverifiedEat platform, UnverifiedEat realm) {
    this.encoded = encoded;
    this.collection = collection;
    this.platform = platform;
    this.realm = realm;
  }

  /**
   * Verifies this token: the platform token with the keys expected, that the platform vouches for
   * the key in the claims of the realm, whose hash is its challenge, and the realm token with this
   * key.
   *
   * <p>Nonce, age and audience are expected of the realm token, and replay is looked for by it. If
   * profiles are demanded, each half has to keep one of them; otherwise one of {@link CcaProfiles}.
   *
   * @throws VerificationException if anything is not as expected, with a code of {@link EatCodes}
   *     and a path that begins with {@code platform} or {@code realm}; with BINDER_MISMATCH if the
   *     halves do not belong together
   * @throws DecodingException if a token that is nested in a half is none
   */
  public CcaToken verify(EatExpectations expected) throws VerificationException, DecodingException {
    Eat verifiedPlatform =
        verify(CcaCollection.PLATFORM, platform, HalfExpectations.ofPlatform(expected));
    // Anybody can sign a realm token with a key of his own, so nothing of it counts before this.
    EatClaims realmClaims = realm.unverifiedClaims();
    RealmBinder.check(verifiedPlatform.claims(), realmClaims);
    VerificationKey key = RealmKey.of(RealmBinder.key(realmClaims));
    Eat verifiedRealm = verify(CcaCollection.REALM, realm, HalfExpectations.ofRealm(expected, key));
    return new CcaToken(encoded, collection.form(), verifiedPlatform, verifiedRealm, findings());
  }

  private static Eat verify(String half, UnverifiedEat token, EatExpectations expected)
      throws VerificationException, DecodingException {
    try {
      return token.verify(expected);
    } catch (VerificationException e) {
      throw VerificationException.of(e.reason(), e.code(), path(half, e), e.detail());
    } catch (DecodingException e) {
      throw DecodingException.of(e.reason(), e.code(), path(half, e), e.detail());
    }
  }

  private static String path(String half, RatsException e) {
    return e.path().isEmpty() ? half : half + "/" + e.path();
  }

  /** Returns how the halves are put together. */
  public CcaForm form() {
    return collection.form();
  }

  /** Returns the platform token, for which nobody vouches. */
  public UnverifiedEat platform() {
    return platform;
  }

  /** Returns the realm token, for which nobody vouches. */
  public UnverifiedEat realm() {
    return realm;
  }

  /** Returns what was remarked of the collection; each half has findings of its own. */
  public List<Finding> findings() {
    return collection.findings();
  }

  /** Returns the token as it was received. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns both halves without the values that identify a device or a message. */
  @Override
  public String toString() {
    return "UnverifiedCcaToken[" + platform + ", " + realm + "]";
  }
}
