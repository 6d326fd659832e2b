package org.rats4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.jose.Jwk;

/** A key pair of the test as files. */
record Keys(Path folder) {
  private static final KeyPair PAIR = newPair();

  /** Writes the key pair to {@code folder}. */
  static Keys in(Path folder) throws IOException {
    Keys keys = new Keys(folder);
    Files.write(
        Path.of(keys.privateJwk()),
        Jwk.of(PAIR.getPublic(), PAIR.getPrivate()).encode().toByteArray());
    Files.write(Path.of(keys.publicJwk()), Jwk.of(PAIR.getPublic()).encode().toByteArray());
    Files.write(Path.of(keys.publicCose()), CoseKey.of(PAIR.getPublic()).encode().toByteArray());
    Files.write(
        Path.of(keys.privateCose()),
        CoseKey.of(PAIR.getPublic(), PAIR.getPrivate()).encode().toByteArray());
    return keys;
  }

  static KeyPair pair() {
    return PAIR;
  }

  String privateJwk() {
    return folder.resolve("private.jwk").toString();
  }

  String publicJwk() {
    return folder.resolve("public.jwk").toString();
  }

  String privateCose() {
    return folder.resolve("private.cosekey").toString();
  }

  String publicCose() {
    return folder.resolve("public.cosekey").toString();
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
