package org.rats4j.expat.stacks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.expat.Authenticator;
import org.rats4j.expat.AuthenticatorRequest;
import org.rats4j.expat.ExpatOptions;
import org.rats4j.expat.ExpatProfile;
import org.rats4j.expat.ExportedAuthenticators;
import org.rats4j.expat.HandshakePki;
import org.rats4j.expat.HandshakePki.Kind;
import org.rats4j.expat.PkixChainValidator;
import org.rats4j.expat.RequestOptions;
import org.rats4j.expat.SignatureScheme;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsOptions;
import org.rats4j.expat.tls.TlsRole;
import org.rats4j.expat.tls.TlsServerSettings;

/** Each stack as client against each stack as server, over sockets. */
class StackMatrixTest {
  private static final List<String> LABELS =
      List.of(
          "EXPORTER-client authenticator handshake context",
          "EXPORTER-server authenticator handshake context",
          "EXPORTER-client authenticator finished key",
          "EXPORTER-server authenticator finished key",
          "Attestation");
  private static final Map<Kind, TlsCredentials> SERVERS = new EnumMap<>(Kind.class);
  private static final Map<Kind, TlsCredentials> CLIENTS = new EnumMap<>(Kind.class);
  private static final ExpatOptions OPTIONS =
      ExpatOptions.of(
          ExpatProfile.builder(ExpatProfile.PLACEHOLDER_TYPE)
              .signatureSchemes(SignatureScheme.ALL)
              .build());
  private static HandshakePki pki;

  @BeforeAll
  static void issue() throws Exception {
    pki = new HandshakePki("root");
    for (Kind kind : kinds()) {
      SERVERS.put(kind, pki.localhost(kind));
      CLIENTS.put(kind, pki.client(kind));
    }
  }

  private static List<Kind> kinds() {
    return List.of(Kind.P256, Kind.P384, Kind.ED25519, Kind.RSA, Kind.RSA_PSS);
  }

  static List<Arguments> suites() {
    List<Arguments> all = new ArrayList<>();
    for (Stacks.Pair pair : Stacks.pairs()) {
      if (pair.client().canForceSuite() || pair.server().canForceSuite()) {
        all.add(Arguments.of(pair, 0x1301));
        all.add(Arguments.of(pair, 0x1302));
        all.add(Arguments.of(pair, 0x1303));
      }
    }
    return all;
  }

  static List<Arguments> certificates() {
    List<Arguments> all = new ArrayList<>();
    for (Stacks.Pair pair : Stacks.pairs()) {
      for (Kind kind : kinds()) {
        if (pair.client().takes(kind) && pair.server().takes(kind)) {
          all.add(Arguments.of(pair, kind));
        }
      }
    }
    return all;
  }

  private static TlsOptions suite(Stacks stack, int suite) {
    return stack.canForceSuite() ? TlsOptions.DEFAULT.withCipherSuites(suite) : TlsOptions.DEFAULT;
  }

  @ParameterizedTest(name = "{0} with suite {1}")
  @MethodSource("suites")
  void exportsTheSameForEachSuite(Stacks.Pair pair, int suite) throws Exception {
    assumeTrue(pair.isHere(), "JSSE of this JDK has no exporter");
    try (Loopback ends =
        Loopback.of(
            pair.client()
                .stack()
                .connector(
                    TlsClientSettings.of(pki.anchors()).withOptions(suite(pair.client(), suite))),
            pair.server()
                .stack()
                .acceptor(
                    TlsServerSettings.of(SERVERS.get(Kind.P256))
                        .withOptions(suite(pair.server(), suite))))) {

      assertAgreement(ends);
      assertEquals(
          new TlsInfo(TlsRole.CLIENT, TlsInfo.TLS_1_3, suite, Resumption.FULL),
          ends.client().exporter().info());
      assertEquals(
          new TlsInfo(TlsRole.SERVER, TlsInfo.TLS_1_3, suite, Resumption.FULL),
          ends.server().exporter().info());
      assertAuthenticates(
          ends.client().exporter(), ends.server().exporter(), Kind.P256, SERVERS.get(Kind.P256));
    }
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("certificates")
  void exportsTheSameForEachCertificate(Stacks.Pair pair, Kind kind) throws Exception {
    assumeTrue(pair.isHere(), "JSSE of this JDK has no exporter");
    try (Loopback ends =
        Loopback.of(
            pair.client()
                .stack()
                .connector(TlsClientSettings.of(pki.anchors()).withCredentials(CLIENTS.get(kind))),
            pair.server()
                .stack()
                .acceptor(
                    TlsServerSettings.of(SERVERS.get(kind)).withTrustAnchors(pki.anchors())))) {

      assertAgreement(ends);
      assertEquals(SERVERS.get(kind).leaf(), ends.client().session().getPeerCertificates()[0]);
      assertEquals(CLIENTS.get(kind).leaf(), ends.server().session().getPeerCertificates()[0]);
      assertCarries(ends);
      assertAuthenticates(
          ends.client().exporter(), ends.server().exporter(), kind, SERVERS.get(kind));
      assertAuthenticates(
          ends.server().exporter(), ends.client().exporter(), kind, CLIENTS.get(kind));
    }
  }

  private static void assertAgreement(Loopback ends) throws Exception {
    TlsExporter client = ends.client().exporter();
    TlsExporter server = ends.server().exporter();
    int length = client.info().hash().orElseThrow().size();
    for (String label : LABELS) {
      for (int context : new int[] {0, 32, 255}) {
        assertArrayEquals(
            client.export(label, new byte[context], length),
            server.export(label, new byte[context], length),
            label);
      }
    }
  }

  /** One side asks, the other answers with {@code shown}, and the first takes the answer. */
  private static void assertAuthenticates(
      TlsExporter asks, TlsExporter answers, Kind kind, TlsCredentials shown) throws Exception {
    ExportedAuthenticators relyingParty = ExportedAuthenticators.of(asks, OPTIONS);
    ExportedAuthenticators attester = ExportedAuthenticators.of(answers, OPTIONS);
    AuthenticatorRequest request =
        relyingParty.request(RequestOptions.builder().withoutAttestation().build());

    Bytes answer =
        attester.authenticate(attester.accept(request.encoded()), List.of(kind.identity(shown)));

    Authenticator authenticator =
        relyingParty
            .validate(
                request,
                answer,
                PkixChainValidator.of(pki.anchors(), Clock.systemUTC()).serverName("localhost"))
            .authenticator();
    assertEquals(shown.leaf(), authenticator.leaf());
  }

  private static void assertCarries(Loopback ends) throws Exception {
    byte[] greeting = "hello".getBytes(StandardCharsets.US_ASCII);
    ends.client().output().write(greeting);
    ends.client().output().flush();
    assertArrayEquals(greeting, ends.server().input().readNBytes(greeting.length));
    ends.server().output().write(greeting);
    ends.server().output().flush();
    assertArrayEquals(greeting, ends.client().input().readNBytes(greeting.length));
  }
}
