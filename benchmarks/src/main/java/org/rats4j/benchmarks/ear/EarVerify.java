package org.rats4j.benchmarks.ear;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.benchmarks.Goal;
import org.rats4j.benchmarks.signature.Scheme;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Encoding;
import org.rats4j.core.RatsException;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.jose.Jws;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;

/** Decodes and verifies the token of a result, claims included. */
@State(Scope.Benchmark)
@Goal(peer = "jca", speed = 1 / 1.1)
public class EarVerify {
  @Param private Scheme scheme = Scheme.ES256;

  @Param({"JSON", "CBOR"})
  private Encoding encoding = Encoding.JSON;

  private Bytes token = Bytes.EMPTY;
  private byte[] toBeSigned = {};
  private byte[] signature = {};
  private @Nullable PublicKey key;
  private @Nullable EarExpectations expectations;

  /** Signs the token. */
  @Setup
  public void setUp() throws GeneralSecurityException, RatsException {
    KeyPair keys = scheme.newKeyPair();
    key = keys.getPublic();
    expectations = EarExpectations.builder().key(scheme.verificationKey(keys)).build();
    if (encoding == Encoding.CBOR) {
      token = Ear.cwt(Result.claims()).sign(scheme.signer(keys));
      var unverified = CoseSign1.decode(token, DecodeOptions.STRICT);
      toBeSigned = unverified.toBeSigned(Bytes.EMPTY).toByteArray();
      signature = unverified.signature().toByteArray();
    } else {
      token = Ear.jwt(Result.claims()).sign(scheme.signer(keys));
      var unverified = Jws.decode(token, DecodeOptions.STRICT);
      toBeSigned = unverified.signingInput().toByteArray();
      signature = unverified.signature().toByteArray();
    }
    if (!jca()) {
      throw new IllegalStateException("the two sides do not check the same");
    }
  }

  /** Ours, from the received bytes to the verified result. */
  @Benchmark
  public Object rats4j() throws RatsException {
    return Ear.decode(token, EarOptions.STRICT).verify(Objects.requireNonNull(expectations));
  }

  /** The signature alone, over bytes that are ready. */
  @Benchmark
  public boolean jca() throws GeneralSecurityException {
    return scheme.verify(Objects.requireNonNull(key), toBeSigned, signature);
  }
}
