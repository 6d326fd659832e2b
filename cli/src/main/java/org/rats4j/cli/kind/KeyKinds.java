package org.rats4j.cli.kind;

import java.util.List;
import java.util.function.Predicate;
import org.rats4j.cli.view.Meanings;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;

/** Keys and certificates. What is secret in them is never shown. */
final class KeyKinds {
  /** In the order of detection. */
  static final List<Kind> ALL =
      List.of(
          new KeyKind("jwk", "JSON Web Key (RFC 7517)", KeyKinds::isJwk, KeyEntry.OfJwk.class),
          new KeyKind("jwks", "JWK Set (RFC 7517)", KeyKinds::isJwkSet, KeyEntry.OfJwk.class),
          new KeyKind(
              "cose-key",
              "COSE_Key (RFC 9052, section 7)",
              content -> content.cbor().filter(KeyKinds::isCoseKey).isPresent(),
              KeyEntry.OfCoseKey.class),
          new KeyKind(
              "cose-key-set",
              "COSE_KeySet (RFC 9052, section 7)",
              content -> content.cbor().filter(KeyKinds::isCoseKeySet).isPresent(),
              KeyEntry.OfCoseKey.class),
          new KeyKind(
              "x509",
              "X.509 certificate, or a chain of them in PEM",
              content -> holds(content, KeyEntry.OfCertificate.class),
              KeyEntry.OfCertificate.class),
          new KeyKind(
              "spki",
              "Public key: SubjectPublicKeyInfo",
              content -> holds(content, KeyEntry.OfPublicKey.class),
              KeyEntry.OfPublicKey.class),
          new KeyKind(
              "key",
              "Key or keys in any of these forms, private ones in PKCS #8",
              content -> content.looksLikePem() || content.looksLikeDer(),
              KeyEntry.class));

  private KeyKinds() {}

  private static boolean isJwk(Content content) {
    return content.json().orElse(null) instanceof JsonObject key
        && key.get("kty").orElse(null) instanceof JsonString;
  }

  private static boolean isJwkSet(Content content) {
    return content.json().orElse(null) instanceof JsonObject set
        && set.get("keys").orElse(null) instanceof JsonArray keys
        && keys.items().stream().allMatch(JsonObject.class::isInstance);
  }

  private static boolean isCoseKey(CborItem item) {
    return item instanceof CborMap key
        && key.get(1).flatMap(Meanings::small).isPresent()
        && (key.get(-1).isPresent() || key.get(-2).isPresent());
  }

  private static boolean isCoseKeySet(CborItem item) {
    return item instanceof CborArray set
        && !set.items().isEmpty()
        && set.items().stream().allMatch(KeyKinds::isCoseKey);
  }

  private static boolean holds(Content content, Class<?> entry) {
    if (!content.looksLikePem() && !content.looksLikeDer()) {
      return false;
    }
    try {
      return KeyFile.decode(content, false).keys().stream().allMatch(entry::isInstance);
    } catch (DecodingException e) {
      return false;
    }
  }

  private static final class KeyKind extends Kind {
    private final Predicate<Content> looks;
    private final Class<?> entry;

    KeyKind(String name, String title, Predicate<Content> looks, Class<?> entry) {
      super(name, title);
      this.looks = looks;
      this.entry = entry;
    }

    @Override
    public boolean detects(Content content) {
      return looks.test(content);
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      KeyFile file = KeyFile.decode(content, lenient);
      if (!file.keys().stream().allMatch(entry::isInstance)) {
        throw DecodingException.of(
            Reason.UNEXPECTED_STRUCTURE, "", "something else than " + name());
      }
      return entry == KeyEntry.OfCertificate.class
          ? X509Kinds.certificates(file, content, lenient)
          : new Decoded(file.encoding(), false, List.of(), file.show());
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      if (entry != KeyEntry.OfCertificate.class) {
        return super.verify(content, checks);
      }
      Decoded decoded = decode(content, checks.lenient());
      X509Kinds.verify(KeyFile.decode(content, checks.lenient()), checks);
      return decoded;
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      return entry == KeyEntry.OfCertificate.class
          ? X509Kinds.convert(KeyFile.decode(content, lenient), to, content, lenient)
          : super.convert(content, to, lenient);
    }
  }
}
