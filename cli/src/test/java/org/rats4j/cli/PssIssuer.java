package org.rats4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.GeneralizedTime;

/** Issues X.509 with RSASSA-PSS and the parameters that a test chooses. */
final class PssIssuer {
  private final KeyPair keys;
  private final PSSParameterSpec parameters;

  PssIssuer(PSSParameterSpec parameters) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    this.parameters = parameters;
  }

  /** Writes the public key to {@code folder} and returns the file. */
  String publicKey(Path folder) throws Exception {
    return Files.write(folder.resolve("issuer.der"), keys.getPublic().getEncoded()).toString();
  }

  /** Writes a certificate to {@code folder} and returns the file. */
  String certificate(Path folder) throws Exception {
    Bytes validity =
        Der.sequence(
            Der.generalizedTime(GeneralizedTime.of(Instant.parse("2020-01-01T00:00:00Z"))),
            Der.generalizedTime(GeneralizedTime.of(Instant.parse("2090-01-01T00:00:00Z"))));
    Bytes name = name();
    Bytes certificate =
        signed(
            Der.sequence(
                Der.integer(1),
                algorithm(),
                name,
                validity,
                name,
                Bytes.copyOf(keys.getPublic().getEncoded())));
    return Files.write(folder.resolve("certificate.der"), certificate.toByteArray()).toString();
  }

  /** Writes a certification request to {@code folder} and returns the file. */
  String request(Path folder) throws Exception {
    Bytes request =
        signed(
            Der.sequence(
                Der.integer(0),
                name(),
                Bytes.copyOf(keys.getPublic().getEncoded()),
                Der.context(0, List.of())));
    return Files.write(folder.resolve("request.der"), request.toByteArray()).toString();
  }

  private static Bytes name() {
    Bytes commonName = Der.sequence(Der.oid(Oid.of("2.5.4.3")), Der.utf8("PSS test"));
    return Der.sequence(Der.set(List.of(commonName)));
  }

  private Bytes signed(Bytes content) throws Exception {
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.initSign(keys.getPrivate());
    signature.setParameter(parameters);
    signature.update(content.toByteArray());
    return Der.sequence(content, algorithm(), Der.bits(Bytes.copyOf(signature.sign())));
  }

  private Bytes algorithm() throws Exception {
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(parameters);
    return Der.sequence(
        Der.oid(Oid.of("1.2.840.113549.1.1.10")),
        Bytes.copyOf(signature.getParameters().getEncoded()));
  }
}
