package org.rats4j.eat;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Signer;

/** Where fuzzing of tokens in tokens begins: every kind of submodule, some levels deep. */
final class NestedSeeds {
  private static final Signer SIGNER = StubKeys.signer();

  private NestedSeeds() {}

  /** Returns whole tokens. */
  static Stream<Arguments> tokens() throws GeneralSecurityException {
    Bytes twice = CoseSign1.builder().payload(Eat.cwt(part()).sign(SIGNER)).sign(SIGNER);
    return Stream.of(
            Eat.cwt(deep()).sign(SIGNER),
            Eat.jwt(deep()).sign(SIGNER),
            Eat.cwt(all()).withoutCwtTag().sign(SIGNER),
            twice,
            uccs(all()),
            all().encode(Encoding.JSON),
            Bytes.ofUtf8("eyJhbGciOiJub25lIn0.eyJ1cHRpbWUiOjd9."))
        .map(token -> arguments((Object) token.toByteArray()));
  }

  /** Returns claims-sets. */
  static Stream<Arguments> claims(Encoding encoding) throws GeneralSecurityException {
    return Stream.of(all(), deep(), part())
        .map(claims -> arguments((Object) claims.encode(encoding).toByteArray()));
  }

  static Stream<Arguments> cbor() throws GeneralSecurityException {
    return claims(Encoding.CBOR);
  }

  static Stream<Arguments> json() throws GeneralSecurityException {
    return claims(Encoding.JSON);
  }

  /** Returns whole bundles. */
  static Stream<Arguments> bundles() throws GeneralSecurityException {
    return Stream.of(bundle(Encoding.CBOR), bundle(Encoding.JSON), crossed())
        .map(bundle -> arguments((Object) bundle.toByteArray()));
  }

  private static EatClaims part() {
    return EatClaims.builder().put(Claims.UPTIME, BigInteger.valueOf(7)).build();
  }

  private static Bytes uccs(EatClaims claims) {
    return new CborWriter().writeTag(601).writeRaw(claims.encode(Encoding.CBOR)).toBytes();
  }

  private static EatClaims all() throws GeneralSecurityException {
    Submodules submodules =
        Submodules.of("set", part())
            .and("cwt", NestedToken.of(Eat.cwt(part()).sign(SIGNER)))
            .and("jwt", NestedToken.of(Eat.jwt(part()).sign(SIGNER)))
            .and("uccs", NestedToken.of(uccs(part())))
            .and("ujcs", NestedToken.of(part().encode(Encoding.JSON)))
            .and("jwe", NestedToken.of(Bytes.ofUtf8("e30..AA.AA.AA")))
            .and("a", NestedToken.of(bundle(Encoding.CBOR)))
            .and("b", NestedToken.of(bundle(Encoding.JSON)))
            .and("d", SubmoduleDigest.of(CoseHash.SHA_256, Bytes.of(0xa0)));
    return part().toBuilder().put(Claims.SUBMODULES, submodules).build();
  }

  private static EatClaims deep() throws GeneralSecurityException {
    EatClaims claims = part();
    for (int i = 0; i < 3; i++) {
      Bytes token = i == 1 ? Eat.jwt(claims).sign(SIGNER) : Eat.cwt(claims).sign(SIGNER);
      Submodules submodules = Submodules.of("t", NestedToken.of(token)).and("s", set(claims));
      claims = EatClaims.builder().put(Claims.SUBMODULES, submodules).build();
    }
    return claims;
  }

  private static Submodule set(EatClaims claims) {
    return new Submodule.ClaimsSet(claims.toBuilder().remove(Claims.SUBMODULES).build());
  }

  /** Returns a bundle with a digest inside a detached claims-set. */
  static Bytes bundle(Encoding encoding) throws GeneralSecurityException {
    Bytes inner = part().encode(encoding);
    EatClaims outer =
        EatClaims.builder()
            .put(Claims.SUBMODULES, Submodules.of("y", SubmoduleDigest.of(CoseHash.SHA_256, inner)))
            .build();
    DetachedEatBundleBuilder builder = DetachedEatBundle.builder(encoding).detach("x", outer);
    EatClaims main = part().toBuilder().put(Claims.SUBMODULES, builder.digests()).build();
    Bytes token =
        encoding == Encoding.CBOR ? Eat.cwt(main).sign(SIGNER) : Eat.jwt(main).sign(SIGNER);
    return builder.detach("y", inner).build(token);
  }

  private static Bytes crossed() throws GeneralSecurityException {
    DetachedEatBundleBuilder builder = DetachedEatBundle.builder(Encoding.CBOR).detach("x", part());
    EatClaims main = EatClaims.builder().put(Claims.SUBMODULES, builder.digests()).build();
    return builder.build(Eat.jwt(main).sign(SIGNER));
  }
}
