package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Signer;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

class AuthenticatorFuzzTest {
  private static AuthenticatorRequest request;
  private static Identity identity;
  private static AuthenticatorKeys keys;
  private static AuthenticatorCheck check;

  @BeforeAll
  static void make() throws Exception {
    HandshakePki pki = new HandshakePki("root");
    request = AuthenticatorRequestTest.full();
    identity = TestConnection.identity(pki.localhost(HandshakePki.Kind.ED25519));
    TlsExporter exporter =
        FixedTlsExporter.of(TlsRole.CLIENT, TlsInfo.AES_128_GCM_SHA256, TestConnection.SECRET);
    keys = AuthenticatorKeys.of(exporter, SuiteHash.SHA256, TlsRole.SERVER);
    check =
        new AuthenticatorCheck(
            keys,
            TlsRole.SERVER,
            Offer.of(request),
            context -> false,
            TestConnection.validator(pki),
            ExpatProfile.PLACEHOLDER_TYPE);
  }

  static Stream<Arguments> requests() {
    return Stream.of(
            AuthenticatorRequestTest.full().encoded(),
            AuthenticatorRequest.create(
                    TlsRole.SERVER,
                    Bytes.EMPTY,
                    RequestOptions.ATTESTED.extensions(TestConnection.PROFILE),
                    TestConnection.PROFILE)
                .encoded())
        .map(bytes -> arguments((Object) bytes.toByteArray()));
  }

  static Stream<Arguments> authenticators() throws Exception {
    make();
    AuthenticatorMaker maker = AuthenticatorMaker.answering(keys, request);
    Bytes attested =
        new AuthenticatorMaker(
                keys,
                new Offer(
                    request.encoded(),
                    Optional.of(request.context()),
                    SignatureScheme.DEFAULT,
                    SignatureScheme.DEFAULT,
                    Set.of(ExpatProfile.PLACEHOLDER_TYPE)),
                request.context())
            .make(
                identity,
                Optional.of(
                    AuthenticatorMaker.attestation(
                        ExpatProfile.PLACEHOLDER_TYPE, Bytes.of(0x83, 1, 2, 3))));
    return Stream.of(attested, maker.refuse())
        .map(bytes -> arguments((Object) bytes.toByteArray()));
  }

  /** Any bytes are a request, or refused; and a request is what it was read from. */
  @MethodSource("requests")
  @FuzzTest
  void requests(byte[] input) {
    Bytes bytes = Bytes.copyOf(input);
    for (TlsRole requester : TlsRole.values()) {
      AuthenticatorRequest read;
      try {
        read = AuthenticatorRequest.decode(bytes, requester, TestConnection.PROFILE);
      } catch (DecodingException | VerificationException expected) {
        continue;
      }
      assertEquals(
          bytes,
          AuthenticatorRequest.create(
                  requester, read.context(), read.extensions(), TestConnection.PROFILE)
              .encoded());
      assertTrue(
          IdentityChoice.of(List.of(identity), read)
              .map(chosen -> read.signatureSchemes().contains(chosen.scheme()))
              .orElse(true));
    }
  }

  /** Any bytes are an authenticator, or refused; none that we did not make is valid. */
  @MethodSource("authenticators")
  @FuzzTest
  void authenticators(byte[] input) {
    Bytes bytes = Bytes.copyOf(input);
    UnverifiedAuthenticator read;
    try {
      read = Authenticator.decode(bytes);
    } catch (DecodingException expected) {
      return;
    }
    Bytes written =
        read.signed()
            .map(
                signed -> signed.certificate().encode().concat(signed.certificateVerify().encode()))
            .orElse(Bytes.EMPTY)
            .concat(read.finished().encoded());
    assertEquals(bytes, written);
    try {
      AuthenticatorResult result = check.check(read);
      assertEquals(request.context(), result.context());
    } catch (DecodingException | VerificationException expected) {
      // the permitted failures
    }
  }

  /** Behind a MAC that holds, any certificate and any attestation: what is inside is read, too. */
  @MethodSource("authenticators")
  @FuzzTest
  void insides(byte[] input) {
    UnverifiedAuthenticator read;
    try {
      read = Authenticator.decode(Bytes.copyOf(input));
    } catch (DecodingException expected) {
      return;
    }
    if (read.isEmpty()) {
      return;
    }
    Signer signer = identity.signer();
    CertificateMessage certificate = new CertificateMessage(request.context(), read.entries());
    Transcript transcript = Transcript.of(keys, request.encoded()).add(certificate.encode());
    try {
      Bytes signature = Bytes.copyOf(signer.sign(transcript.toBeSigned().toByteArray()));
      Bytes verify = new CertificateVerify(SignatureScheme.ED25519, signature).encode();
      Bytes finished =
          Bytes.of(HandshakeMessage.FINISHED, 0, 0, 32).concat(transcript.add(verify).finished());
      check.check(Authenticator.decode(certificate.encode().concat(verify).concat(finished)));
    } catch (DecodingException | VerificationException expected) {
      // the permitted failures
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
