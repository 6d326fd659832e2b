package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.TlsRole;

class AuthenticatorRequestTest {
  private static final Bytes CONTEXT = Bytes.ofHex("0102030405060708");

  private static AuthenticatorRequest request(TlsRole requester, RequestOptions options) {
    return AuthenticatorRequest.create(
        requester, CONTEXT, options.extensions(TestConnection.PROFILE), TestConnection.PROFILE);
  }

  static AuthenticatorRequest full() {
    return request(
        TlsRole.CLIENT,
        RequestOptions.builder()
            .serverName("server.example")
            .certificateAuthorities(List.of(new X500Principal("CN=a"), new X500Principal("CN=b")))
            .oidFilters(List.of(new OidFilter(Bytes.ofHex("0603551d0f"), Bytes.EMPTY)))
            .certificateSignatureSchemes(List.of(SignatureScheme.RSA_PKCS1_SHA256))
            .extension(new TlsExtension(TlsExtension.STATUS_REQUEST, Bytes.of(1, 0, 0, 0, 0)))
            .extension(new TlsExtension(0x1a1a, Bytes.of(7)))
            .build());
  }

  @Test
  void decodesAndEncodesTheSameBytes() throws Exception {
    AuthenticatorRequest request = full();

    AuthenticatorRequest again =
        AuthenticatorRequest.decode(request.encoded(), TlsRole.CLIENT, TestConnection.PROFILE);

    assertEquals(request.encoded(), again.encoded());
    assertEquals(CONTEXT, again.context());
    assertEquals(Optional.of("server.example"), again.serverName());
    assertEquals(SignatureScheme.DEFAULT, again.signatureSchemes());
    assertEquals(List.of(SignatureScheme.RSA_PKCS1_SHA256), again.certificateSignatureSchemes());
    assertEquals(
        Bytes.copyOf(new X500Principal("CN=b").getEncoded()),
        again.certificateAuthorities().get(1));
    assertEquals(1, again.oidFilters().size());
    assertEquals(request.extensions(), again.extensions());
    assertEquals(Optional.of(TlsRole.CLIENT), AuthenticatorRequest.requesterOf(again.encoded()));
  }

  @Test
  void writesWhatTheDraftShows() {
    AuthenticatorRequest request = request(TlsRole.SERVER, RequestOptions.ATTESTED);

    assertEquals(
        "0d000023" // CertificateRequest
            + "080102030405060708"
            + "0018"
            + "000d00100" // signature_algorithms
            + "00e0403050306030807080408050806"
            + "ff000000",
        request.encoded().toHex());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/request/invalid.csv", delimiter = '|', emptyValue = "")
  void rejects(String name, String hex, TlsRole requester, String code, String path) {
    Bytes bytes = hex == null ? Bytes.EMPTY : Bytes.ofHex(hex);

    RatsException e =
        assertThrows(
            RatsException.class,
            () -> AuthenticatorRequest.decode(bytes, requester, TestConnection.PROFILE));

    assertEquals(code, e.code());
    assertEquals(path == null ? "" : path, e.path());
  }

  @Test
  void rejectsLargeRequestsFirst() {
    Bytes bytes = Bytes.copyOf(new byte[16385]);

    RatsException e =
        assertThrows(
            DecodingException.class,
            () -> AuthenticatorRequest.decode(bytes, TlsRole.CLIENT, TestConnection.PROFILE));

    assertEquals(ExpatCodes.LIMIT_EXCEEDED, e.code());
  }

  @Test
  void takesNoOptionsThatMakeNoRequest() {
    RequestOptions named = RequestOptions.builder().serverName("server.example").build();
    RequestOptions keyShare =
        RequestOptions.builder().extension(new TlsExtension(51, Bytes.EMPTY)).build();
    RequestOptions.Builder twice =
        RequestOptions.builder().serverName("a.example").withoutAttestation();

    assertThrows(IllegalArgumentException.class, () -> request(TlsRole.SERVER, named));
    assertThrows(IllegalArgumentException.class, () -> request(TlsRole.CLIENT, keyShare));
    assertThrows(IllegalArgumentException.class, () -> twice.serverName("b.example"));
    assertThrows(
        IllegalArgumentException.class,
        () -> RequestOptions.builder().context(Bytes.copyOf(new byte[256])));
  }

  /** Whatever the bytes are, decode returns or throws its own: nothing else gets out. */
  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionsOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] bytes = full().encoded().toByteArray();
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    try {
      AuthenticatorRequest request =
          AuthenticatorRequest.decode(Bytes.copyOf(bytes), TlsRole.CLIENT, TestConnection.PROFILE);
      assertEquals(Bytes.copyOf(bytes), request.encoded());
    } catch (DecodingException | VerificationException expected) {
      // the permitted failures
    }
  }
}
