package org.rats4j.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Pem;

/** A pair of keys in two files, as {@code openssl} makes them. */
record KeyFiles(KeyPair keys, Path privateKey, Path publicKey) {

  static KeyFiles make(Path folder, String name) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    return new KeyFiles(
        keys,
        write(folder.resolve(name + ".key"), Pem.PRIVATE_KEY, keys.getPrivate().getEncoded()),
        write(folder.resolve(name + ".pem"), Pem.PUBLIC_KEY, keys.getPublic().getEncoded()));
  }

  static Path write(Path file, String label, byte[] content) throws Exception {
    return Files.writeString(file, new Pem(label, Bytes.copyOf(content)).encode());
  }
}
