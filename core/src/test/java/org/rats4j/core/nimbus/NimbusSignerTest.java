package org.rats4j.core.nimbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.cose.CoseExpectations;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsExpectations;

/** Nimbus signs and we verify, and the other way round. */
class NimbusSignerTest {
  private static final Bytes PAYLOAD = Bytes.ofUtf8("{\"iat\":1}");

  private static ECKey p256;
  private static RSAKey rsa;
  private static OctetSequenceKey secret;

  @BeforeAll
  static void makeKeys() throws Exception {
    p256 = new ECKeyGenerator(Curve.P_256).generate();
    rsa = new RSAKeyGenerator(2048).generate();
    secret = new OctetSequenceKeyGenerator(512).generate();
  }

  private static JWK key(JWSAlgorithm algorithm) {
    if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)) {
      return secret;
    }
    return JWSAlgorithm.Family.EC.contains(algorithm) ? p256 : rsa;
  }

  private static JWSSigner nimbus(JWSAlgorithm algorithm) throws Exception {
    JWK key = key(algorithm);
    if (key instanceof ECKey ec) {
      return new ECDSASigner(ec);
    }
    return key instanceof RSAKey pair
        ? new RSASSASigner(pair)
        : new MACSigner(key.toOctetSequenceKey());
  }

  private static JwsExpectations expectations(JWSAlgorithm algorithm) throws Exception {
    return JwsExpectations.builder()
        .key(NimbusKeys.toVerificationKey(key(algorithm)))
        .algorithms(Set.of(Algorithms.ofJoseName(algorithm.getName()).orElseThrow()))
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "PS256", "PS512", "HS256", "HS512"})
  void signsOurMessages(String name) throws Exception {
    JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
    NimbusSigner signer = NimbusSigner.of(nimbus(algorithm), algorithm);

    String compact = Jws.builder().payload(PAYLOAD).typ("JWT").sign(signer);

    assertEquals(
        PAYLOAD,
        Jws.decode(compact, DecodeOptions.STRICT).verify(expectations(algorithm)).payload());
    JWSObject theirs = JWSObject.parse(compact);
    JWSVerifier verifier =
        new DefaultJWSVerifierFactory()
            .createJWSVerifier(
                theirs.getHeader(),
                key(algorithm) instanceof OctetSequenceKey
                    ? secret.toSecretKey()
                    : key(algorithm).toPublicJWK() instanceof ECKey ec
                        ? ec.toPublicKey()
                        : rsa.toPublicKey());
    assertTrue(theirs.verify(verifier));
    assertEquals(PAYLOAD, Bytes.copyOf(theirs.getPayload().toBytes()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "PS256", "RS256", "HS384"})
  void weVerifyWhatNimbusMakes(String name) throws Exception {
    JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
    JWSHeader header = new JWSHeader.Builder(algorithm).keyID("k").build();
    JWSObject theirs = new JWSObject(header, new Payload(PAYLOAD.toByteArray()));
    theirs.sign(nimbus(algorithm));

    Jws jws = Jws.decode(theirs.serialize(), DecodeOptions.STRICT).verify(expectations(algorithm));

    assertEquals(PAYLOAD, jws.payload());
  }

  @Test
  void signsCose() throws Exception {
    NimbusSigner signer = NimbusSigner.of(new ECDSASigner(p256), JWSAlgorithm.ES256);

    Bytes message = CoseSign1.builder().payload(PAYLOAD).sign(signer);

    CoseExpectations expectations =
        CoseExpectations.builder().key(NimbusKeys.toVerificationKey(p256)).build();
    assertEquals(
        PAYLOAD, CoseSign1.decode(message, DecodeOptions.STRICT).verify(expectations).payload());
  }

  @Test
  void refusesAnAlgorithmThatTheSignerLacks() throws Exception {
    ECDSASigner signer = new ECDSASigner(p256);

    assertThrows(IllegalArgumentException.class, () -> NimbusSigner.of(signer, JWSAlgorithm.ES384));
    assertThrows(IllegalArgumentException.class, () -> NimbusSigner.of(signer, JWSAlgorithm.HS256));
  }

  @Test
  void refusesAnAlgorithmThatHasNoNumber() throws Exception {
    JWSAlgorithm unknown = JWSAlgorithm.parse("x");
    JWSSigner signer =
        new MACSigner(new byte[32]) {
          @Override
          public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return Set.of(unknown);
          }
        };

    assertThrows(IllegalArgumentException.class, () -> NimbusSigner.of(signer, unknown));
  }

  @Test
  void failureOfTheSignerIsKept() throws Exception {
    MACSigner small = new MACSigner(new byte[32]);
    JWSSigner failing =
        new MACSigner(new byte[64]) {
          @Override
          public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
            return small.sign(new JWSHeader(JWSAlgorithm.HS512), input);
          }
        };
    NimbusSigner signer = NimbusSigner.of(failing, JWSAlgorithm.HS512);

    GeneralSecurityException e =
        assertThrows(GeneralSecurityException.class, () -> signer.sign(new byte[1]));

    assertInstanceOf(JOSEException.class, e.getCause());
  }
}
