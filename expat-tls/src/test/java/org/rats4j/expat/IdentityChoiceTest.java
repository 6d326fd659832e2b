package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.expat.tls.TlsRole;

class IdentityChoiceTest {
  private static final String KEY_USAGE = "0603551d0f";
  private static final String EXTENDED_KEY_USAGE = "0603551d25";

  private static Identity server;
  private static Identity rsa;

  @BeforeAll
  static void issue() throws Exception {
    HandshakePki pki = new HandshakePki("root");
    server = TestConnection.identity(pki.localhost(HandshakePki.Kind.P256));
    rsa = TestConnection.identity(pki.localhost(HandshakePki.Kind.RSA));
  }

  private static Optional<Identity> choose(ExpatProfile profile, RequestOptions.Builder options) {
    AuthenticatorRequest request =
        AuthenticatorRequest.create(
            TlsRole.CLIENT, Bytes.EMPTY, options.build().extensions(profile), profile);
    return IdentityChoice.of(List.of(rsa, server), request);
  }

  private static Optional<Identity> choose(RequestOptions.Builder options) {
    return choose(TestConnection.PROFILE, options);
  }

  private static ExpatProfile offering(Integer... schemes) {
    return ExpatProfile.builder(ExpatProfile.PLACEHOLDER_TYPE)
        .signatureSchemes(List.of(schemes))
        .build();
  }

  @Test
  void takesTheFirstThatFits() {
    assertEquals(Optional.of(rsa), choose(RequestOptions.builder()));
  }

  @Test
  void takesWhatFitsTheSchemes() {
    ExpatProfile ecdsa = offering(SignatureScheme.ECDSA_SECP256R1_SHA256);
    ExpatProfile ed25519 = offering(SignatureScheme.ED25519);

    assertEquals(Optional.of(server), choose(ecdsa, RequestOptions.builder()));
    assertEquals(Optional.empty(), choose(ed25519, RequestOptions.builder()));
  }

  /** The root signs with ECDSA and SHA-256, whatever the keys of the leafs are. */
  @Test
  void theChainIsSignedAsThePeerUnderstands() {
    ExpatProfile rsaOnly = offering(SignatureScheme.RSA_PSS_RSAE_SHA256);
    RequestOptions.Builder chain =
        RequestOptions.builder()
            .certificateSignatureSchemes(List.of(SignatureScheme.ECDSA_SECP256R1_SHA256));

    assertEquals(Optional.empty(), choose(rsaOnly, RequestOptions.builder()));
    assertEquals(Optional.of(rsa), choose(rsaOnly, chain));
  }

  @Test
  void takesWhatHasTheName() {
    assertEquals(Optional.of(rsa), choose(RequestOptions.builder().serverName("localhost")));
    assertEquals(Optional.empty(), choose(RequestOptions.builder().serverName("else.example")));
  }

  @Test
  void takesWhatTheNamedAuthoritiesIssued() {
    List<X500Principal> known =
        List.of(new X500Principal("CN=other"), new X500Principal("CN=root"));

    assertEquals(Optional.of(rsa), choose(RequestOptions.builder().certificateAuthorities(known)));
    assertEquals(
        Optional.empty(),
        choose(RequestOptions.builder().certificateAuthorities(known.subList(0, 1))));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        KEY_USAGE + ", -, true",
        KEY_USAGE + ", 03020780, true", // digitalSignature
        KEY_USAGE + ", 03020640, false", // nonRepudiation
        KEY_USAGE + ", 0500, false",
        EXTENDED_KEY_USAGE + ", -, true",
        EXTENDED_KEY_USAGE + ", 300a06082b06010505070301, true", // serverAuth
        EXTENDED_KEY_USAGE + ", 300a06082b06010505070302, false", // clientAuth
        EXTENDED_KEY_USAGE + ", ff, false",
        "06032a0304, 0500, true", // not known, so skipped
        "ff, -, false",
      })
  void takesWhatHasTheExtensions(String oid, String values, boolean fits) {
    Bytes value = values == null ? Bytes.EMPTY : Bytes.ofHex(values);

    Optional<Identity> chosen =
        choose(
            RequestOptions.builder().oidFilters(List.of(new OidFilter(Bytes.ofHex(oid), value))));

    assertEquals(fits, chosen.isPresent());
  }
}
