package org.rats4j.corim.appraisal;

import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.corim.comid.Choice;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.KeyThumbprint;
import org.rats4j.corim.comid.TaggedBytes;

/** Keys in few words: public keys by their thumbprints, bytes that are text as text. */
final class AuthorityText {
  private static final int LONGEST = 64;

  private AuthorityText() {}

  static String of(List<CryptoKey> keys) {
    return String.join(
        " and ", keys.stream().map(AuthorityText::of).sorted(Comparator.naturalOrder()).toList());
  }

  private static String of(CryptoKey key) {
    if (key instanceof TaggedBytes bytes) {
      return bytes(bytes.value());
    }
    Optional<Bytes> certificate = KeyForms.certificate(key);
    if (certificate.isPresent()) {
      return certificate(certificate.get());
    }
    return KeyForms.publicKey(key)
        .map(spki -> "key " + thumbprint(Digest.sha256Of(spki)))
        .orElseGet(() -> other(key));
  }

  private static String certificate(Bytes der) {
    try {
      X509Certificate certificate = EncodedKeys.certificate(der);
      Bytes spki = Bytes.copyOf(certificate.getPublicKey().getEncoded());
      return "certificate of "
          + certificate.getSubjectX500Principal().getName()
          + " with key "
          + thumbprint(Digest.sha256Of(spki));
    } catch (DecodingException e) {
      return "certificate " + thumbprint(Digest.sha256Of(der));
    }
  }

  private static String other(CryptoKey key) {
    return key instanceof KeyThumbprint named && named.digest().knownAlgorithm().isPresent()
        ? "key " + thumbprint(named.digest())
        : Wording.cut(Wording.notation(((Choice) key).encode()));
  }

  private static String thumbprint(Digest digest) {
    return digest.algorithmName() + ":" + digest.value().toHex();
  }

  private static String bytes(Bytes value) {
    for (int i = 0; i < value.size(); i++) {
      if (value.at(i) < ' ' || value.at(i) > '~' || value.at(i) == '"') {
        return Wording.cut("bytes:" + value.toHex());
      }
    }
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < Math.min(value.size(), LONGEST); i++) {
      text.append((char) value.at(i));
    }
    return text.append(value.size() > LONGEST ? "...\"" : "\"").toString();
  }
}
