package org.rats4j.benchmarks.signature;

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
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.RatsException;
import org.rats4j.core.cose.CoseExpectations;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.UnverifiedCoseSign1;

/** Decodes and verifies a COSE_Sign1 with a payload of 1 KiB. */
@State(Scope.Benchmark)
@Goal(peer = "jca", speed = 1 / 1.1)
public class CoseVerify {
  @Param private Scheme scheme = Scheme.ES256;

  private byte[] message = {};
  private byte[] toBeSigned = {};
  private byte[] signature = {};
  private @Nullable PublicKey key;
  private @Nullable CoseExpectations expectations;

  /** Signs the message. */
  @Setup
  public void setUp() throws GeneralSecurityException, RatsException {
    KeyPair keys = scheme.newKeyPair();
    key = keys.getPublic();
    expectations = CoseExpectations.builder().key(scheme.verificationKey(keys)).build();
    message = CoseSign1.builder().payload(Scheme.payload()).sign(scheme.signer(keys)).toByteArray();
    UnverifiedCoseSign1 unverified = CoseSign1.decode(message, DecodeOptions.STRICT);
    toBeSigned = unverified.toBeSigned(Bytes.EMPTY).toByteArray();
    signature = unverified.signature().toByteArray();
    if (!jca()) {
      throw new IllegalStateException("the two sides do not check the same");
    }
  }

  /** Ours, from the received bytes to the verified message. */
  @Benchmark
  public Object rats4j() throws RatsException {
    return CoseSign1.decode(message, DecodeOptions.STRICT)
        .verify(Objects.requireNonNull(expectations));
  }

  /** The signature alone, over bytes that are ready. */
  @Benchmark
  public boolean jca() throws GeneralSecurityException {
    return scheme.verify(Objects.requireNonNull(key), toBeSigned, signature);
  }
}
