package org.rats4j.core.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.SignatureException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonString;

class JwsBuilderTest {

  /** Answers with the bytes that it was given, so that they are seen in the message. */
  private record Echo(long algorithm) implements Signer {
    @Override
    public byte[] sign(byte[] toBeSigned) {
      return toBeSigned;
    }
  }

  private static final Signer ES256 = new Echo(Algorithms.ES256);

  private static JwsBuilder builder() {
    return Jws.builder().payload(Bytes.ofUtf8("payload"));
  }

  @Test
  void headerBeginsWithAlgAndFollowsTheCalls() throws Exception {
    String compact =
        builder()
            .typ("JWT")
            .cty("a/b")
            .kid("k")
            .x5c(List.of(Bytes.of(0, 1), Bytes.of(0xfb)))
            .x5tS256(Bytes.copyOf(new byte[32]))
            .protectedMember("x", new JsonNumber("1.0"))
            .critical("x")
            .sign(ES256);

    UnverifiedJws jws = Jws.decode(compact, DecodeOptions.STRICT);

    assertEquals(
        Bytes.ofUtf8(
            "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"cty\":\"a/b\",\"kid\":\"k\",\"x5c\":[\"AAE=\",\"+w==\"],"
                + "\"x5t#S256\":\""
                + "A".repeat(43)
                + "\",\"x\":1.0,\"crit\":[\"x\"]}"),
        jws.protectedHeader().members().encode());
    assertEquals(Bytes.ofUtf8("payload"), jws.payload());
    assertEquals(jws.signingInput(), jws.signature());
  }

  @Test
  void writesTheFlattenedSerialization() throws Exception {
    Bytes json = builder().unprotectedMember("kid", new JsonString("k")).signFlattened(ES256);

    String input = "eyJhbGciOiJFUzI1NiJ9.cGF5bG9hZA";
    String signature = org.rats4j.core.json.Base64Url.encode(Bytes.ofUtf8(input));
    assertEquals(
        Bytes.ofUtf8(
            "{\"payload\":\"cGF5bG9hZA\",\"protected\":\"eyJhbGciOiJFUzI1NiJ9\","
                + "\"header\":{\"kid\":\"k\"},\"signature\":\""
                + signature
                + "\"}"),
        json);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("alg", b -> b.protectedMember("alg", new JsonString("none"))),
        refused("critical nothing", b -> b.critical()),
        refused("critical absent member", b -> b.critical("x")),
        refused("b64 false", b -> b.protectedMember("b64", new JsonBoolean(false))),
        refused("kid number", b -> b.protectedMember("kid", JsonNumber.of(1))),
        refused("empty chain", b -> b.x5c(List.of())),
        refused("short thumbprint", b -> b.x5tS256(Bytes.of(1))),
        refused("lone surrogate", b -> b.kid("\ud800")));
  }

  private static Arguments refused(String name, UnaryOperator<JwsBuilder> change) {
    return arguments(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesWhatItsReaderRefuses(String name, UnaryOperator<JwsBuilder> change) {
    assertThrows(IllegalArgumentException.class, () -> change.apply(builder()).sign(ES256));
    assertThrows(
        IllegalArgumentException.class, () -> change.apply(builder()).signFlattened(ES256));
  }

  @Test
  void refusesMembersWhereTheyMustNotStand() {
    JsonString text = new JsonString("a");

    assertThrows(
        IllegalArgumentException.class, () -> builder().unprotectedMember("kid", text).sign(ES256));
    assertThrows(
        IllegalArgumentException.class,
        () -> builder().kid("k").unprotectedMember("kid", text).signFlattened(ES256));
    assertThrows(
        IllegalArgumentException.class,
        () -> builder().unprotectedMember("alg", text).signFlattened(ES256));
  }

  @ParameterizedTest
  @ValueSource(longs = {Algorithms.RS256, Algorithms.HMAC_256_64, -47, 0})
  void refusesAlgorithmsThatAreNotWritten(long algorithm) {
    assertThrows(IllegalArgumentException.class, () -> builder().sign(new Echo(algorithm)));
  }

  @Test
  void needsAPayload() {
    assertThrows(IllegalStateException.class, () -> Jws.builder().sign(ES256));
  }

  @Test
  void refusesAnEmptySignature() {
    Signer silent =
        new Signer() {
          @Override
          public long algorithm() {
            return Algorithms.ES256;
          }

          @Override
          public byte[] sign(byte[] toBeSigned) {
            return new byte[0];
          }
        };

    assertThrows(SignatureException.class, () -> builder().sign(silent));
  }
}
