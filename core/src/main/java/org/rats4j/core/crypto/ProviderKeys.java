package org.rats4j.core.crypto;

import java.io.IOException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jcajce.interfaces.MLDSAPrivateKey;
import org.rats4j.core.internal.BundledKeys;

/**
 * Keys as a provider wants them. EC and RSA keys of one work with all others; of the newer kinds
 * most providers take only keys of their own, made from the one encoding that they know.
 */
final class ProviderKeys {
  private ProviderKeys() {}

  /** Returns {@code key} in the form of {@code provider}, or itself if there is no such form. */
  static PublicKey translated(PublicKey key, KeyKind kind, Provider provider) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      return key;
    }
    for (KeyFactory factory : factories(kind, provider)) {
      try {
        return factory.generatePublic(new X509EncodedKeySpec(encoded));
      } catch (InvalidKeySpecException e) {
        // What the provider has against the key, its signatures say.
      }
    }
    return key;
  }

  /** Returns {@code key} in the form of {@code provider}, or itself if there is no such form. */
  static PrivateKey translated(PrivateKey key, KeyKind kind, Provider provider) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      return key;
    }
    for (KeyFactory factory : factories(kind, provider)) {
      for (byte[] form : forms(encoded)) {
        try {
          return factory.generatePrivate(new PKCS8EncodedKeySpec(form));
        } catch (InvalidKeySpecException e) {
          // Another form may do.
        }
      }
    }
    return key;
  }

  private static List<KeyFactory> factories(KeyKind kind, Provider provider) {
    List<String> names = names(kind);
    List<KeyFactory> own = new ArrayList<>();
    List<KeyFactory> installed = new ArrayList<>();
    for (String name : names) {
      try {
        if (provider.getService("KeyFactory", name) != null) {
          own.add(KeyFactory.getInstance(name, provider));
        } else {
          installed.add(KeyFactory.getInstance(name));
        }
      } catch (NoSuchAlgorithmException e) {
        // Nobody makes keys under this name.
      }
    }
    // A provider that makes no keys from encodings works with those of the runtime.
    return own.isEmpty() ? installed : own;
  }

  private static List<String> names(KeyKind kind) {
    return switch (kind) {
      case ED25519 -> List.of("Ed25519", "EdDSA");
      case ED448 -> List.of("Ed448", "EdDSA");
      case ML_DSA_44 -> List.of("ML-DSA-44", "ML-DSA");
      case ML_DSA_65 -> List.of("ML-DSA-65", "ML-DSA");
      case ML_DSA_87 -> List.of("ML-DSA-87", "ML-DSA");
      default -> List.of();
    };
  }

  /** Returns the encodings of one key; none of them is understood by all providers. */
  private static List<byte[]> forms(byte[] encoded) {
    List<byte[]> forms = new ArrayList<>();
    forms.add(encoded);
    try {
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(encoded);
      forms.add(form(info, info.parsePrivateKey())); // without attributes and public key
      if (BundledKeys.privateKey(encoded) instanceof MLDSAPrivateKey key) {
        byte[] seed = key.getSeed();
        if (seed != null) {
          forms.add(form(info, new DERTaggedObject(false, 0, new DEROctetString(seed))));
        }
        forms.add(form(info, new DEROctetString(key.getPrivateData())));
      }
    } catch (IOException | IllegalArgumentException e) {
      return forms; // no encoding that is known here
    }
    return forms;
  }

  private static byte[] form(PrivateKeyInfo info, ASN1Encodable content) throws IOException {
    return new PrivateKeyInfo(info.getPrivateKeyAlgorithm(), content).getEncoded();
  }
}
