package org.rats4j.corim.appraisal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;

/** The digests by which keys, certificates and tags are known. */
final class Thumbprints {
  private Thumbprints() {}

  static List<Digest> of(Bytes der) {
    return List.of(
        Digest.sha256(sha256(der)),
        Digest.of(Digest.SHA_384, hash("SHA-384", der)),
        Digest.of(Digest.SHA_512, hash("SHA-512", der)));
  }

  static Bytes sha256(Bytes content) {
    return hash("SHA-256", content);
  }

  private static Bytes hash(String name, Bytes der) {
    try {
      MessageDigest digest = MessageDigest.getInstance(name);
      der.update(digest);
      return Bytes.copyOf(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }
}
