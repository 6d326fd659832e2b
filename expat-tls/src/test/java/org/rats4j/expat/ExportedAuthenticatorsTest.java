package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Signer;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

class ExportedAuthenticatorsTest {
  private static HandshakePki pki;
  private static Identity server;
  private static Identity client;
  private static ChainValidator validator;

  @BeforeAll
  static void issue() throws Exception {
    pki = new HandshakePki("root");
    server = TestConnection.identity(pki.localhost(HandshakePki.Kind.P256));
    client = TestConnection.identity(pki.client(HandshakePki.Kind.P384));
    validator = TestConnection.validator(pki);
  }

  private static String codeOf(Executable step) {
    return assertThrows(RatsException.class, step).code();
  }

  @ParameterizedTest
  @EnumSource(value = HandshakePki.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "RSA_SHORT")
  void attestsWithEveryKindOfKey(HandshakePki.Kind kind) throws Exception {
    ExpatOptions options =
        ExpatOptions.of(
            ExpatProfile.builder(ExpatProfile.PLACEHOLDER_TYPE)
                .signatureSchemes(SignatureScheme.ALL)
                .build());
    for (int suite : new int[] {TlsInfo.AES_128_GCM_SHA256, TlsInfo.AES_256_GCM_SHA384}) {
      TestConnection connection = new TestConnection(suite, options);
      Identity identity = TestConnection.identity(pki.localhost(kind));

      AttestedAuthenticator attested = connection.serverAttests(identity, validator);

      assertEquals(identity.leaf(), attested.authenticator().leaf());
      assertEquals(identity.scheme(), attested.authenticator().scheme());
      assertEquals(TlsRole.SERVER, attested.authenticator().sender());
    }
  }

  @Test
  void weakKeysMakeNoIdentity() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TestConnection.identity(pki.localhost(HandshakePki.Kind.RSA_SHORT)));
  }

  @Test
  void bothSidesAttestOnOneConnection() throws Exception {
    TestConnection connection = TestConnection.open();
    connection.serverAttests(server, validator);

    AuthenticatorRequest request = connection.server.request(RequestOptions.ATTESTED);
    AuthenticatorRequest received = connection.client.accept(request.encoded());
    Bytes answer =
        connection.client.authenticate(received, List.of(client), TestConnection::evidence);
    AttestedAuthenticator attested =
        connection.server.appraise(
            connection.server.validate(request, answer, validator).authenticator(),
            AttestationModel.BACKGROUND_CHECK,
            TestConnection::believe);

    assertEquals(client.leaf(), attested.authenticator().leaf());
  }

  @Test
  void answersWithoutAttestationIfNobodyOffersIt() throws Exception {
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest request =
        connection.client.request(RequestOptions.builder().withoutAttestation().build());
    AuthenticatorRequest received = connection.server.accept(request.encoded());

    Bytes answer =
        connection.server.authenticate(received, List.of(server), TestConnection::evidence);
    Authenticator valid = connection.client.validate(request, answer, validator).authenticator();

    assertEquals(Optional.empty(), valid.attestation());
    assertEquals(
        ExpatCodes.ATTESTATION_MISSING,
        codeOf(
            () ->
                connection.client.appraise(
                    valid, AttestationModel.BACKGROUND_CHECK, TestConnection::believe)));
  }

  @Test
  void aRefusalIsNoSuccessAndNoViolation() throws Exception {
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest request = connection.client.request(RequestOptions.ATTESTED);
    Bytes answer = connection.server.refuse(connection.server.accept(request.encoded()));

    AuthenticatorResult result = connection.client.validate(request, answer, validator);

    assertInstanceOf(AuthenticatorResult.Refusal.class, result);
    assertEquals(request.context(), result.context());
    assertEquals(ExpatCodes.REFUSED, codeOf(result::authenticator));
    assertFalse(connection.client.isClosed());
  }

  @Test
  void refusesIfNoIdentityFits() throws Exception {
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest request =
        connection.client.request(RequestOptions.builder().serverName("example.org").build());
    AuthenticatorRequest received = connection.server.accept(request.encoded());

    Bytes answer =
        connection.server.authenticate(received, List.of(server), TestConnection::evidence);

    assertTrue(Authenticator.decode(answer).isEmpty());
  }

  @Test
  void theFirstAnswerConsumesTheRequest() throws Exception {
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest request = connection.client.request(RequestOptions.ATTESTED);
    Bytes answer =
        connection.server.authenticate(
            connection.server.accept(request.encoded()), List.of(server));
    connection.client.validate(request, answer, validator);

    assertEquals(
        ExpatCodes.NOT_REQUESTED,
        codeOf(() -> connection.client.validate(request, answer, validator)));
    assertEquals(
        ExpatCodes.CLOSED, codeOf(() -> connection.client.request(RequestOptions.ATTESTED)));
  }

  @Test
  void everyRequestGetsOneAnswer() throws Exception {
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest request = connection.client.request(RequestOptions.ATTESTED);
    AuthenticatorRequest received = connection.server.accept(request.encoded());
    connection.server.authenticate(received, List.of(server));

    assertThrows(
        IllegalStateException.class,
        () -> connection.server.authenticate(received, List.of(server)));
  }

  @Test
  void anAnswerOfAnotherRequestIsRefused() throws Exception {
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest first = connection.client.request(RequestOptions.ATTESTED);
    AuthenticatorRequest second = connection.client.request(RequestOptions.ATTESTED);
    Bytes answer =
        connection.server.authenticate(connection.server.accept(first.encoded()), List.of(server));

    assertEquals(
        ExpatCodes.CONTEXT_MISMATCH,
        codeOf(() -> connection.client.validate(second, answer, validator)));
    assertTrue(connection.client.isClosed());
  }

  @Test
  void aContextServesOnceInBothDirections() throws Exception {
    Bytes context = Bytes.ofUtf8("context of a verifier");
    RequestOptions options = RequestOptions.builder().context(context).build();
    TestConnection twice = TestConnection.open();
    AuthenticatorRequest request = twice.client.request(options);
    twice.server.accept(request.encoded());
    TestConnection echoed = TestConnection.open();
    echoed.client.request(options);
    AuthenticatorRequest echo = echoed.server.request(options);
    TestConnection ours = TestConnection.open();
    ours.client.request(options);

    assertEquals(ExpatCodes.CONTEXT_REUSED, codeOf(() -> twice.server.accept(request.encoded())));
    assertEquals(ExpatCodes.CONTEXT_REUSED, codeOf(() -> echoed.client.accept(echo.encoded())));
    assertEquals(ExpatCodes.CONTEXT_REUSED, codeOf(() -> ours.client.request(options)));
  }

  @Test
  void contextsAreCounted() throws Exception {
    ExpatLimits few = new ExpatLimits(262144, 16384, 10, 16, 64, 2);
    TestConnection connection =
        new TestConnection(TlsInfo.AES_128_GCM_SHA256, TestConnection.OPTIONS.withLimits(few));
    connection.client.request(RequestOptions.ATTESTED);
    connection.client.request(RequestOptions.ATTESTED);

    assertEquals(
        ExpatCodes.LIMIT_EXCEEDED,
        codeOf(() -> connection.client.request(RequestOptions.ATTESTED)));
  }

  @Test
  void shortContextsAreAskedForByName() throws Exception {
    TestConnection connection = TestConnection.open();
    Bytes shortOne = Bytes.of(1, 2, 3);

    assertThrows(
        IllegalArgumentException.class,
        () -> connection.client.request(RequestOptions.builder().context(shortOne).build()));
    assertEquals(
        shortOne,
        connection
            .client
            .request(RequestOptions.builder().context(shortOne).allowShortContext().build())
            .context());
  }

  @Test
  void chosenContextsAreRandom() throws Exception {
    TestConnection connection = TestConnection.open();

    Bytes first = connection.client.request(RequestOptions.ATTESTED).context();
    Bytes second = connection.client.request(RequestOptions.ATTESTED).context();

    assertEquals(32, first.size());
    assertNotEquals(first, second);
  }

  @Test
  void isClosedForGoodAfterTheFirstViolation() throws Exception {
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest request = connection.client.request(RequestOptions.ATTESTED);
    Bytes answer =
        connection.server.authenticate(
            connection.server.accept(request.encoded()), List.of(server));
    AuthenticatorRequest received =
        connection.client.accept(connection.server.request(RequestOptions.ATTESTED).encoded());

    assertEquals(
        ExpatCodes.UNEXPECTED_MESSAGE, codeOf(() -> connection.client.accept(Bytes.of(1))));

    assertEquals(
        ExpatCodes.CLOSED, codeOf(() -> connection.client.validate(request, answer, validator)));
    assertEquals(
        ExpatCodes.CLOSED, codeOf(() -> connection.client.authenticate(received, List.of())));
    assertEquals(ExpatCodes.CLOSED, codeOf(() -> connection.client.refuse(received)));
    assertEquals(ExpatCodes.CLOSED, codeOf(() -> connection.client.accept(request.encoded())));
  }

  @Test
  void aValidatorThatClosesTheConnectionGetsNoResult() throws Exception {
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest request = connection.client.request(RequestOptions.ATTESTED);
    Bytes answer =
        connection.server.authenticate(
            connection.server.accept(request.encoded()), List.of(server));

    assertEquals(
        ExpatCodes.CLOSED,
        codeOf(
            () ->
                connection.client.validate(
                    request, answer, (chain, sender) -> connection.client.close())));
  }

  @Test
  void saysThatTheSignerFailed() throws Exception {
    Signer refusing =
        new Signer() {
          @Override
          public long algorithm() {
            return server.signer().algorithm();
          }

          @Override
          public byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
            throw new GeneralSecurityException("token was pulled");
          }
        };
    Identity broken = Identity.of(server.chain(), refusing);
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest request = connection.client.request(RequestOptions.ATTESTED);
    AuthenticatorRequest received = connection.server.accept(request.encoded());

    assertEquals(
        ExpatCodes.SIGNER_FAILED,
        codeOf(() -> connection.server.authenticate(received, List.of(broken))));
    assertTrue(connection.server.isClosed());
  }

  @Test
  void saysThatTheProviderFailed() throws Exception {
    assertEquals(
        ExpatCodes.PROVIDER_FAILED,
        codeOf(
            () ->
                attest(
                    request -> {
                      throw new IOException("verifier is away");
                    })));
  }

  @Test
  void saysHowManyBytesAreTooMany() throws Exception {
    MediaType type = MediaType.of("application/octet-stream");
    int head =
        CmwRecord.of(type, Bytes.copyOf(new byte[60000]))
                .encode(TestConnection.OPTIONS.attestationForm())
                .size()
            - 60000;
    int most = 65529 - head;

    attest(request -> CmwRecord.of(type, Bytes.copyOf(new byte[most])));
    RatsException e =
        assertThrows(
            RatsException.class,
            () -> attest(request -> CmwRecord.of(type, Bytes.copyOf(new byte[most + 3]))));

    assertEquals(ExpatCodes.ATTESTATION_TOO_LARGE, e.code());
    assertTrue(e.detail().contains(" 3 bytes too many"), e.detail());
  }

  private static void attest(AttestationProvider provider) throws Exception {
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest request = connection.client.request(RequestOptions.ATTESTED);
    connection.server.authenticate(
        connection.server.accept(request.encoded()), List.of(server), provider);
  }

  @Test
  void threadsThatAnswerOneRequestGetOneResult() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 20; round++) {
        TestConnection connection = TestConnection.open();
        AuthenticatorRequest request = connection.client.request(RequestOptions.ATTESTED);
        Bytes answer =
            connection.server.authenticate(
                connection.server.accept(request.encoded()), List.of(server));
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          calls.add(
              () ->
                  AuthenticatorEntry.resultOf(
                      () -> connection.client.validate(request, answer, validator)));
        }

        int valid = 0;
        for (Future<String> result : threads.invokeAll(calls)) {
          valid += result.get().equals("valid") ? 1 : 0;
        }

        // The winner may find the connection closed by a loser; two winners there are never.
        assertTrue(valid <= 1);
        assertTrue(connection.client.isClosed());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void namesNoSecretInText() throws Exception {
    TestConnection connection = TestConnection.open();
    AttestedAuthenticator attested = connection.serverAttests(server, validator);
    BinderValues values =
        Binder.compute(
            FixedTlsExporter.of(TlsRole.CLIENT, TlsInfo.AES_128_GCM_SHA256, TestConnection.SECRET),
            attested.authenticator().context(),
            server.leaf(),
            TestConnection.PROFILE);

    assertFalse(values.toString().contains(values.binder().slice(0, 4).toHex()));
    assertFalse(connection.client.toString().contains(values.exported().slice(0, 4).toHex()));
  }

  @Test
  void givesNothingThatWasMadeWhileItWasClosed() throws Exception {
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest request = connection.client.request(RequestOptions.ATTESTED);
    AuthenticatorRequest received = connection.server.accept(request.encoded());
    Signer closing =
        new Signer() {
          @Override
          public long algorithm() {
            return server.signer().algorithm();
          }

          @Override
          public byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
            connection.server.close();
            return server.signer().sign(toBeSigned);
          }
        };
    List<Identity> identities = List.of(Identity.of(server.chain(), closing));

    assertEquals(
        ExpatCodes.CLOSED, codeOf(() -> connection.server.authenticate(received, identities)));
  }

  @Test
  void appraisesNoAuthenticatorOfAnotherConnection() throws Exception {
    TestConnection one = TestConnection.open();
    TestConnection other = TestConnection.open();
    AuthenticatorRequest request = one.client.request(RequestOptions.ATTESTED);
    AuthenticatorRequest received = one.server.accept(request.encoded());
    Bytes answer = one.server.authenticate(received, List.of(server), TestConnection::evidence);
    Authenticator valid = one.client.validate(request, answer, validator).authenticator();

    assertThrows(
        IllegalArgumentException.class,
        () ->
            other.client.appraise(
                valid,
                AttestationModel.PASSPORT,
                (attestation, expected) ->
                    Verdict.accepted(BoundValue.MISSING, BoundValue.CONFIRMED)));
    assertTrue(other.client.isClosed());
  }
}
