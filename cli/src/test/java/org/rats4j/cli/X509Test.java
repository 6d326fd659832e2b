package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;

/** The command on X.509 files that carry wrappers. */
class X509Test {
  private static String file(String name) {
    return Vectors.folder().resolve("cmw").resolve(name).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "x509-cert-cbor-record.der, x509",
    "x509-cert-json-record.pem, x509",
    "x509-cert-cbor-collection-critical.der, x509",
    "x509-crl-cbor-collection.der, x509-crl",
    "csr-extension-request-cbor.der, pkcs10",
    "csr-attestation-cmw-cbor.der, pkcs10",
    "csr-attestation-cmw-json-and-cert.der, pkcs10"
  })
  void inspectsAndVerifiesWhatCarriesAWrapper(String name, String kind) {
    Run inspected = Run.of("inspect", file(name));
    Run verified = Run.of("verify", "--key", file("key-x509-ca.pub.pem"), file(name));

    assertEquals(0, inspected.exit(), inspected.err());
    assertTrue(inspected.out().contains(": " + kind + " in "), inspected.out());
    assertTrue(inspected.out().contains("kind: \"cmw\""), inspected.out());
    assertEquals(0, verified.exit(), verified.err());
  }

  @Test
  void convertsTheWrapperInside() {
    Run run = Run.of("convert", "--to", "diag", file("x509-cert-cbor-record.der"));
    Run none = Run.of("convert", "--to", "diag", file("x509-cert-without-cmw.der"));

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().startsWith("["), run.out());
    assertEquals(1, none.exit());
    assertTrue(none.err().contains("UNSUPPORTED"), none.err());
  }

  @Test
  void inspectsAnExtensionValueByItsName() {
    String file = file("ext-value-cbor-record.der");

    Run run = Run.of("inspect", "--as", "cmw-extension-value", file);

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("kind: \"cmw\""), run.out());
  }

  @Test
  void reportsWhatALenientReadAcceptedInAnExtension(@TempDir Path folder) throws Exception {
    Path request = folder.resolve("request.der");
    Bytes extension = Bytes.ofHex("301506082b0601050507012304090407d9038b82004101");
    Files.write(request, requestFor(extension).toByteArray());

    Run strict = Run.of("inspect", "--as", "pkcs10", request.toString());
    Run lenient = Run.of("inspect", "--lenient", "--as", "pkcs10", request.toString());

    assertTrue(strict.err().contains("LEGACY_TAG"), strict.err());
    assertEquals(0, lenient.exit(), lenient.err());
    assertTrue((lenient.out() + lenient.err()).contains("LEGACY_TAG"), lenient.out());
  }

  /** A request for {@code extension}; its key is none, since nobody looks at it. */
  private static Bytes requestFor(Bytes extension) {
    Bytes none = Der.sequence(Der.integer(0), Der.integer(0));
    Bytes extensions =
        Der.sequence(
            Der.oid(Oid.of("1.2.840.113549.1.9.14")), Der.set(List.of(Der.sequence(extension))));
    return Der.sequence(
        Der.sequence(Der.integer(0), none, none, Der.context(0, List.of(extensions))),
        Der.sequence(Der.oid(Oid.of("1.2.3"))),
        Der.bits(Bytes.of(0)));
  }

  @ParameterizedTest
  @CsvSource({"x509-cert-json-in-octet-string.der", "csr-attestation-cmw-extra-octet-string.der"})
  void refusesAWrapperInTheWrongArm(String name) {
    String kind = name.startsWith("csr") ? "pkcs10" : "x509";

    Run run = Run.of("inspect", "--as", kind, file(name));

    assertEquals(1, run.exit(), run.out());
    assertTrue(run.err().startsWith("error: "), run.err());
  }

  @Test
  void verifiesNothingWithAnotherKeyOrAtAnotherTime() {
    String certificate = file("x509-cert-cbor-record.der");
    Run otherKey = Run.of("verify", "--key", file("key-es256.jwk.json"), certificate);
    Run noKey = Run.of("verify", certificate);
    Run early =
        Run.of(
            "verify",
            "--at",
            "2000-01-01T00:00:00Z",
            "--key",
            file("key-x509-ca.pub.pem"),
            certificate);

    assertEquals(3, noKey.exit());
    assertTrue(noKey.err().contains("UNKNOWN_KEY"), noKey.err());
    assertTrue(early.err().contains("NOT_YET_VALID"), early.err());
    assertTrue(otherKey.err().contains("BAD_SIGNATURE"), otherKey.err());
  }

  @ParameterizedTest
  @CsvSource({"SHA-256, 32", "SHA-384, 48", "SHA-512, 64"})
  void verifiesSignaturesWithPss(String hash, int salt, @TempDir Path folder) throws Exception {
    PssIssuer issuer =
        new PssIssuer(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
    String key = issuer.publicKey(folder);
    Path other = Files.createDirectory(folder.resolve("other"));
    String otherKey = new PssIssuer(PSSParameterSpec.DEFAULT).publicKey(other);

    for (String file : List.of(issuer.certificate(folder), issuer.request(folder))) {
      Run right = Run.of("verify", "--key", key, file);
      Run wrong = Run.of("verify", "--key", otherKey, file);

      assertEquals(0, right.exit(), right.err());
      assertEquals(3, wrong.exit());
      assertTrue(wrong.err().contains("BAD_SIGNATURE"), wrong.err());
    }
  }

  @ParameterizedTest
  @CsvSource({"SHA-256, SHA-256, 20", "SHA-256, SHA-384, 32", "SHA-1, SHA-1, 20"})
  void refusesPssWithOtherParameters(String hash, String mask, int salt, @TempDir Path folder)
      throws Exception {
    PssIssuer issuer =
        new PssIssuer(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(mask), salt, 1));

    Run run = Run.of("verify", "--key", issuer.publicKey(folder), issuer.certificate(folder));

    assertEquals(3, run.exit());
    assertTrue(run.err().contains("ALGORITHM_NOT_ALLOWED"), run.err());
  }
}
