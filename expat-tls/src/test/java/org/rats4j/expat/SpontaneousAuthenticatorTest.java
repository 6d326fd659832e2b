package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;

/** Authenticators of a server that no request asks for (RFC 9261, section 5.2.1). */
class SpontaneousAuthenticatorTest {
  private static final ClientHelloOffer HELLO =
      new ClientHelloOffer(SignatureScheme.DEFAULT, Set.of(0, 5, 10, 13, 43, 51));

  private static Identity server;
  private static Identity client;
  private static ChainValidator validator;

  @BeforeAll
  static void issue() throws Exception {
    HandshakePki pki = new HandshakePki("root");
    server = TestConnection.identity(pki.localhost(HandshakePki.Kind.P256));
    client = TestConnection.identity(pki.client(HandshakePki.Kind.P384));
    validator = TestConnection.validator(pki);
  }

  private static String codeOf(Executable step) {
    return assertThrows(RatsException.class, step).code();
  }

  @Test
  void aServerAuthenticatesWithoutBeingAsked() throws Exception {
    TestConnection connection = TestConnection.open();
    Bytes context = Bytes.ofUtf8("spontaneous");

    Bytes made =
        connection.server.authenticateSpontaneously(context, HELLO, List.of(server)).orElseThrow();
    Authenticator valid = connection.client.validateSpontaneous(made, HELLO, validator);

    assertEquals(context, valid.context());
    assertEquals(
        ExpatCodes.CONTEXT_REUSED,
        codeOf(() -> connection.client.validateSpontaneous(made, HELLO, validator)));
  }

  @Test
  void aClientWaitsUntilItIsAsked() throws Exception {
    TestConnection connection = TestConnection.open();

    assertThrows(
        IllegalStateException.class,
        () ->
            connection.client.authenticateSpontaneously(
                Bytes.ofUtf8("spontaneous"), HELLO, List.of(client)));
    assertThrows(
        IllegalStateException.class,
        () -> connection.server.validateSpontaneous(Bytes.EMPTY, HELLO, validator));
  }

  @Test
  void aSpontaneousRefusalRefusesNothing() throws Exception {
    TestConnection connection = TestConnection.open();
    AuthenticatorRequest request = connection.client.request(RequestOptions.ATTESTED);
    Bytes empty = connection.server.refuse(connection.server.accept(request.encoded()));

    assertEquals(
        ExpatCodes.UNEXPECTED_MESSAGE,
        codeOf(() -> connection.client.validateSpontaneous(empty, HELLO, validator)));
  }
}
