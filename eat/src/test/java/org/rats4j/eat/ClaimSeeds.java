package org.rats4j.eat;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.jose.Jwk;
import org.rats4j.eat.measured.MeasuredComponent;

/**
 * Where fuzzing of claims begins: all of them in one set, each alone, and what only lenient takes.
 */
final class ClaimSeeds {
  private ClaimSeeds() {}

  static Stream<Arguments> cbor() throws Exception {
    List<Bytes> seeds = sets(Encoding.CBOR);
    for (String text :
        List.of(
            "{1: 32(\"x:y\"), 3: [\"a\", \"b\"], 4: 1(1.5), 5: -1, 6: 1(1)}",
            "{7: h'00', \"eat_nonce\": 1, -70001: [1.5, {1: null}], 70000: 32(\"u\")}",
            "{10: [h'0001020304050607', h'0001020304050607']}",
            "{8: {1: {1: 2, -1: 1}, 3: h'01', 5: h'02', 9: [1]}}",
            "{8: {2: [h'', {}, h''], 4: {1: h'00'}}, 9: \"a\"}",
            "{258: h'010203', 259: h'01', 260: \"1\", 271: \"2\", 265: 111(h'883701')}",
            "{264: {1: 1.5, 2: -3, 3: 0, 4: 1, 5: 2, 6: NaN, 7: 0.5, 8: 1(7), 9: 9}}",
            "{265: h'06032b0601', 269: [[32(\"x:y\"), \"p\", \"a\"], [\"x:y\", \"p\"]]}",
            "{274: [[\"s\", [[h'01', 1], [\"b\", 4]]]], 275: 200}",
            "{266: {\"a\": {266: {\"b\": {256: h'01020304050607'}}}, \"c/d\": [-16, h'00']}}")) {
      seeds.add(Diagnostic.parse(text).encode());
    }
    return seeds.stream().map(ClaimSeeds::seed);
  }

  static Stream<Arguments> json() throws Exception {
    List<Bytes> seeds = sets(Encoding.JSON);
    for (String text :
        List.of(
            "{\"iss\":\"x:y\",\"aud\":[\"a\",\"b\"],\"exp\":1.50,\"nbf\":1e2,\"iat\":-1}",
            "{\"jti\":\"j\",\"cti\":\"AQ\",\"nonce\":\"n\",\"x\":[null,1.50,{\"\\u00e9\":true}]}",
            "{\"eat_nonce\":[\"free text\",\"and more\"],\"oemid\":\"AQID\",\"hwmodel\":\"AR\"}",
            "{\"cnf\":{\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"},\"kid\":\"k\",\"jku\":\"x:y\",\"z\":[1]}}",
            "{\"cnf\":{\"jwe\":\"a.b.c.d.e\",\"x5t#S256\":\"AA\",\"jkt\":\"AA\"},\"scope\":\"a b\"}",
            "{\"hwversion\":\"1\",\"swversion\":[\"2\",\"mine\"],\"eat_profile\":\"2.999.1\"}",
            "{\"location\":{\"latitude\":1e1,\"longitude\":-2,\"speed\":0.5,\"timestamp\":7}}",
            "{\"dbgstat\":\"disabled-permanently\",\"intuse\":\"generic\",\"ueid\":\"AQ/+AwQFBg==\"}",
            "{\"measurements\":[[296,\"{}\"],[258,\"oA\"],[60000,\"AQ\"],[50,\"[]\"]]}",
            "{\"submods\":{\"a\":{\"submods\":{\"b\":{\"uptime\":1}}},"
                + "\"d\":[\"DIGEST\",[\"SHA-256\",\"AA\"]],\"x\":[\"OTHER\",{}]}}")) {
      seeds.add(Bytes.ofUtf8(text));
    }
    return seeds.stream().map(ClaimSeeds::seed);
  }

  private static List<Bytes> sets(Encoding encoding) throws Exception {
    EatClaims all = SampleClaims.all(encoding);
    List<Bytes> sets = new ArrayList<>();
    sets.add(all.encode(encoding));
    for (ClaimKey<?> key : all.keys()) {
      sets.add(only(key, all).encode(encoding));
    }
    sets.add(
        EatClaims.builder()
            .put(Claims.CONFIRMATION, confirmation(encoding))
            .put(Claims.MEASUREMENTS, List.of(component().body(encoding)))
            .build()
            .encode(encoding));
    return sets;
  }

  private static <T> EatClaims only(ClaimKey<T> key, EatClaims all) throws DecodingException {
    return EatClaims.builder()
        .put(Claims.OEM_ID, OemId.pen(1))
        .put(Claims.HARDWARE_MODEL, new HwModel(Bytes.of(1)))
        .put(Claims.SOFTWARE_NAME, "a")
        .put(key, all.get(key).orElseThrow())
        .build();
  }

  private static Confirmation confirmation(Encoding encoding) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    PublicKey key = generator.generateKeyPair().getPublic();
    return encoding == Encoding.CBOR
        ? Confirmation.of(CoseKey.of(key))
        : Confirmation.of(Jwk.of(key));
  }

  private static MeasuredComponent component() {
    return MeasuredComponent.of("c", Digest.sha256(Bytes.copyOf(new byte[32])))
        .withVersion(Version.of("1", Label.of("mine")));
  }

  static Stream<Arguments> components() {
    List<Bytes> seeds = new ArrayList<>();
    for (Encoding encoding : Encoding.values()) {
      seeds.add(component().encode(encoding));
      seeds.add(
          MeasuredComponent.ofRaw("c", Bytes.of(1))
              .withAuthorities(List.of(Bytes.of(1), Bytes.of(2)))
              .withFlags(Bytes.copyOf(new byte[8]))
              .encode(encoding));
      seeds.add(
          MeasuredComponent.of("c", new Digest(Label.of("other"), Bytes.of(1))).encode(encoding));
    }
    return seeds.stream().map(ClaimSeeds::seed);
  }

  private static Arguments seed(Bytes bytes) {
    return arguments(bytes.toByteArray());
  }
}
