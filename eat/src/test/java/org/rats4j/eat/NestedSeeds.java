package org.rats4j.eat;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
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

  /** Returns whole tokens: small ones, since a fuzzer repeats them many times. */
  static Stream<Arguments> tokens() throws GeneralSecurityException {
    List<Bytes> tokens = new ArrayList<>();
    for (EatClaims claims : kinds()) {
      tokens.add(Eat.cwt(claims).withoutCwtTag().sign(SIGNER));
    }
    tokens.add(Eat.cwt(deep()).sign(SIGNER));
    tokens.add(Eat.jwt(part()).sign(SIGNER));
    tokens.add(CoseSign1.builder().payload(Eat.cwt(part()).sign(SIGNER)).sign(SIGNER));
    tokens.add(uccs(part()));
    tokens.add(part().encode(Encoding.JSON));
    tokens.add(Bytes.ofUtf8("eyJhbGciOiJub25lIn0.eyJ1cHRpbWUiOjd9."));
    return tokens.stream().map(token -> arguments((Object) token.toByteArray()));
  }

  private static Stream<Arguments> claims(Encoding encoding) throws GeneralSecurityException {
    return Stream.concat(kinds().stream(), Stream.of(deep()))
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

  /** Returns a claims-set with a submodule for each kind of them. */
  private static List<EatClaims> kinds() throws GeneralSecurityException {
    return Stream.of(
            new Submodule.ClaimsSet(part()),
            NestedToken.of(Eat.cwt(part()).sign(SIGNER)),
            NestedToken.of(Eat.jwt(part()).sign(SIGNER)),
            NestedToken.of(uccs(part())),
            NestedToken.of(part().encode(Encoding.JSON)),
            NestedToken.of(Bytes.ofUtf8("e30..AA.AA.AA")),
            NestedToken.of(bundle(Encoding.CBOR)),
            SubmoduleDigest.of(CoseHash.SHA_256, Bytes.of(0xa0)))
        .map(submodule -> with("a", submodule))
        .toList();
  }

  private static EatClaims with(String name, Submodule submodule) {
    return EatClaims.builder().put(Claims.SUBMODULES, Submodules.of(name, submodule)).build();
  }

  private static EatClaims deep() throws GeneralSecurityException {
    EatClaims inner = with("a", NestedToken.of(Eat.jwt(part()).sign(SIGNER)));
    EatClaims middle = with("b", new Submodule.ClaimsSet(inner));
    return with("c", NestedToken.of(Eat.cwt(middle).sign(SIGNER)));
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
