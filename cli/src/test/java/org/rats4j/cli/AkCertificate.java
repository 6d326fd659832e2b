package org.rats4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.GeneralizedTime;
import org.rats4j.pkix.EvidenceOids;

/** Certificates of attestation keys that sign themselves. */
final class AkCertificate {
  private static final Bytes ECDSA = Der.sequence(Der.oid(Oid.of("1.2.840.10045.4.3.2")));

  private AkCertificate() {}

  /** Writes a certificate for {@code keys} to {@code file} and returns that. */
  static String in(Path file, KeyPair keys) throws Exception {
    Bytes name = Bytes.copyOf(new X500Principal("CN=AK").getEncoded());
    Bytes usage = extension("2.5.29.15", Bytes.of(3, 2, 7, 0x80)); // a BIT STRING: digitalSignature
    Bytes purpose =
        extension(
            "2.5.29.37", Der.sequence(Der.oid(EvidenceOids.PLACEHOLDER.attestationKeyPurpose())));
    Bytes toBeSigned =
        Der.sequence(
            Der.context(0, List.of(Der.integer(2))),
            Der.integer(1),
            ECDSA,
            name,
            Der.sequence(time("2020-01-01T00:00:00Z"), time("2090-01-01T00:00:00Z")),
            name,
            Bytes.copyOf(keys.getPublic().getEncoded()),
            Der.context(3, List.of(Der.sequence(usage, purpose))));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(toBeSigned.toByteArray());
    Bytes certificate = Der.sequence(toBeSigned, ECDSA, Der.bits(Bytes.copyOf(signature.sign())));
    return Files.writeString(file, new Pem("CERTIFICATE", certificate).encode()).toString();
  }

  private static Bytes extension(String type, Bytes value) {
    return Der.sequence(Der.oid(Oid.of(type)), Der.octets(value));
  }

  private static Bytes time(String instant) {
    return Der.generalizedTime(GeneralizedTime.of(Instant.parse(instant)));
  }
}
