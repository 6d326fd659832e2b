package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsRole;

class PkixChainValidatorTest {
  private static final Instant NOW = Instant.now();
  private static HandshakePki pki;
  private static List<X509Certificate> server;
  private static List<X509Certificate> client;

  @BeforeAll
  static void issue() throws Exception {
    pki = new HandshakePki("root");
    server =
        parsed(
            pki.server(
                HandshakePki.Kind.P256,
                "DNS:server.example",
                "DNS:*.wild.example",
                "DNS:*.example",
                "IP:192.0.2.1",
                "IP:2001:db8::1"));
    client = parsed(pki.client(HandshakePki.Kind.P256));
  }

  private static List<X509Certificate> parsed(TlsCredentials credentials) throws Exception {
    return List.of(EncodedKeys.certificate(Bytes.copyOf(credentials.leaf().getEncoded())));
  }

  private static PkixChainValidator validator(Instant at) {
    return PkixChainValidator.of(pki.anchors(), Clock.fixed(at, ZoneOffset.UTC));
  }

  private static int alertOf(
      ChainValidator validator, List<X509Certificate> chain, TlsRole sender) {
    VerificationException e =
        assertThrows(VerificationException.class, () -> validator.validate(chain, sender));
    return AlertDescription.of(e.withCode(ExpatCodes.CHAIN_REJECTED));
  }

  @Test
  void takesWhatTheAnchorsIssued() throws Exception {
    validator(NOW).serverName("server.example").validate(server, TlsRole.SERVER);
    validator(NOW).anyServerName().validate(server, TlsRole.SERVER);
    validator(NOW).validate(client, TlsRole.CLIENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SERVER.example",
        "server.example.",
        "a.wild.example",
        "192.0.2.1",
        "2001:db8:0:0:0:0:0:1"
      })
  void takesTheNamesOfTheServer(String host) throws Exception {
    validator(NOW).serverName(host).validate(server, TlsRole.SERVER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example",
        "other.example",
        "a.b.wild.example",
        ".wild.example",
        "wild.example",
        "192.0.2.2",
        "2001:db8::2",
        "P256",
        ""
      })
  void takesNoOtherServer(String host) {
    assertEquals(
        AlertDescription.CERTIFICATE_UNKNOWN,
        alertOf(validator(NOW).serverName(host), server, TlsRole.SERVER));
  }

  @Test
  void takesNoServerUnlessOneIsNamed() {
    assertEquals(
        AlertDescription.CERTIFICATE_UNKNOWN, alertOf(validator(NOW), server, TlsRole.SERVER));
  }

  @Test
  void takesNoCertificateOfTheOtherRole() {
    assertEquals(AlertDescription.BAD_CERTIFICATE, alertOf(validator(NOW), server, TlsRole.CLIENT));
    assertEquals(
        AlertDescription.BAD_CERTIFICATE,
        alertOf(validator(NOW).anyServerName(), client, TlsRole.SERVER));
  }

  @Test
  void takesNoCertificateOutOfItsTime() {
    assertEquals(
        AlertDescription.CERTIFICATE_EXPIRED,
        alertOf(validator(NOW.plus(Duration.ofDays(40))), client, TlsRole.CLIENT));
    assertEquals(
        AlertDescription.CERTIFICATE_EXPIRED,
        alertOf(validator(NOW.minus(Duration.ofDays(40))), client, TlsRole.CLIENT));
  }

  @Test
  void takesNoCertificateOfOthers() throws Exception {
    List<X509Certificate> foreign = parsed(new HandshakePki("root").client(HandshakePki.Kind.P256));

    assertEquals(AlertDescription.UNKNOWN_CA, alertOf(validator(NOW), foreign, TlsRole.CLIENT));
  }

  @Test
  void takesNoShortRsaKey() throws Exception {
    List<X509Certificate> weak = parsed(pki.client(HandshakePki.Kind.RSA_SHORT));

    assertEquals(AlertDescription.BAD_CERTIFICATE, alertOf(validator(NOW), weak, TlsRole.CLIENT));
  }

  @Test
  void takesSelfSignedCertificatesOnlyByName() throws Exception {
    List<X509Certificate> root = pki.anchors().certificates();
    ChainValidator selfSigned = SelfSignedLeafValidator.of(Clock.fixed(NOW, ZoneOffset.UTC));

    assertEquals(AlertDescription.UNKNOWN_CA, alertOf(selfSigned, client, TlsRole.CLIENT));
    assertEquals( // its keyUsage is keyCertSign alone
        AlertDescription.BAD_CERTIFICATE, alertOf(selfSigned, root, TlsRole.CLIENT));
  }
}
