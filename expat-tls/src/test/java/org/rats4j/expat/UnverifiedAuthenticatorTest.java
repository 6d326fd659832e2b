package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

class UnverifiedAuthenticatorTest {
  private static Bytes valid;
  private static AuthenticatorRequest request;
  private static TlsExporter exporter;
  private static ChainValidator validator;

  @BeforeAll
  static void make() throws Exception {
    HandshakePki pki = new HandshakePki("root");
    validator = TestConnection.validator(pki);
    TestConnection connection = TestConnection.open();
    exporter =
        FixedTlsExporter.of(TlsRole.CLIENT, TlsInfo.AES_128_GCM_SHA256, TestConnection.SECRET);
    request = connection.client.request(RequestOptions.ATTESTED);
    valid =
        connection.server.authenticate(
            connection.server.accept(request.encoded()),
            List.of(TestConnection.identity(pki.localhost(HandshakePki.Kind.ED25519))),
            TestConnection::evidence);
  }

  private static AuthenticatorExpectations expectations(Set<Bytes> usedContexts) {
    return AuthenticatorExpectations.builder()
        .exporter(exporter)
        .options(TestConnection.OPTIONS)
        .request(request)
        .usedContexts(usedContexts)
        .chainValidator(validator)
        .build();
  }

  @Test
  void decodesAndEncodesTheSameBytes() throws Exception {
    UnverifiedAuthenticator decoded = Authenticator.decode(valid);
    UnverifiedAuthenticator.Signed signed = decoded.signed().orElseThrow();

    Bytes again =
        signed
            .certificate()
            .encode()
            .concat(signed.certificateVerify().encode())
            .concat(decoded.finished().encoded());

    assertEquals(valid, again);
    assertEquals(request.context(), decoded.context().orElseThrow());
    assertEquals(SignatureScheme.ED25519, decoded.scheme().orElseThrow());
    assertFalse(decoded.isEmpty());
  }

  @Test
  void verifiesWithFixedInputs() throws Exception {
    Authenticator authenticator =
        Authenticator.decode(valid).verify(expectations(Set.of())).authenticator();

    assertEquals(TlsRole.SERVER, authenticator.sender());
    assertEquals(1, authenticator.entries().size());
    assertTrue(authenticator.attestation().isPresent());
  }

  @Test
  void refusesAContextThatWasUsed() throws Exception {
    UnverifiedAuthenticator decoded = Authenticator.decode(valid);

    RatsException e =
        assertThrows(
            VerificationException.class,
            () -> decoded.verify(expectations(Set.of(request.context()))));

    assertEquals(ExpatCodes.CONTEXT_REUSED, e.code());
  }

  /** Every byte of an authenticator is under the signature, the MAC, or a rule of the syntax. */
  @Test
  void everyFlippedByteIsRefused() {
    AuthenticatorExpectations expectations = expectations(Set.of());
    byte[] original = valid.toByteArray();
    for (int i = 0; i < original.length; i++) {
      for (int bit : new int[] {0x01, 0x80}) {
        byte[] flipped = original.clone();
        flipped[i] ^= (byte) bit;
        assertThrows(
            RatsException.class,
            () -> Authenticator.decode(Bytes.copyOf(flipped)).verify(expectations),
            "byte " + i);
      }
    }
    assertArrayEquals(original, valid.toByteArray());
  }

  @Test
  void everyCutIsRefused() {
    for (int i = 0; i < valid.size(); i++) {
      Bytes cut = valid.slice(0, i);
      assertThrows(DecodingException.class, () -> Authenticator.decode(cut));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/authenticator/invalid.csv",
      delimiter = '|',
      emptyValue = "")
  void rejects(String name, String hex, String code, String path) {
    Bytes bytes = hex == null ? Bytes.EMPTY : Bytes.ofHex(hex);

    RatsException e = assertThrows(DecodingException.class, () -> Authenticator.decode(bytes));

    assertEquals(code, e.code());
    assertEquals(path == null ? "" : path, e.path());
  }

  @Test
  void rejectsLargeAuthenticatorsFirst() {
    Bytes large = Bytes.copyOf(new byte[262145]);

    RatsException e = assertThrows(DecodingException.class, () -> Authenticator.decode(large));

    assertEquals(ExpatCodes.LIMIT_EXCEEDED, e.code());
  }

  @Test
  void anEmptyOneHasNothing() throws Exception {
    UnverifiedAuthenticator empty = Authenticator.decode(Bytes.ofHex("14000020" + "00".repeat(32)));

    assertTrue(empty.isEmpty());
    assertEquals(Optional.empty(), empty.context());
    assertEquals(List.of(), empty.entries());
    assertTrue(empty.scheme().isEmpty());
    assertEquals(32, empty.verifyData().size());
  }

  @Test
  void expectationsNeedToKnowWhatWasAsked() {
    AuthenticatorExpectations.Builder neither =
        AuthenticatorExpectations.builder()
            .exporter(exporter)
            .options(TestConnection.OPTIONS)
            .chainValidator(validator);
    AuthenticatorExpectations.Builder notOurs =
        AuthenticatorExpectations.builder()
            .exporter(FixedTlsExporter.of(TlsRole.SERVER, 0x1301, TestConnection.SECRET))
            .options(TestConnection.OPTIONS)
            .request(request)
            .chainValidator(validator);

    assertThrows(IllegalArgumentException.class, neither::build);
    assertThrows(IllegalArgumentException.class, notOurs::build);
  }

  /** Whatever the bytes are, decode and verify throw their own: nothing else gets out. */
  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionsOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] bytes = valid.toByteArray();
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    if (Bytes.copyOf(bytes).equals(valid)) {
      return;
    }
    assertThrows(
        RatsException.class,
        () -> Authenticator.decode(Bytes.copyOf(bytes)).verify(expectations(Set.of())));
  }
}
