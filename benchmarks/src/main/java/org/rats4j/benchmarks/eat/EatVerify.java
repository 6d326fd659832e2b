package org.rats4j.benchmarks.eat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.List;
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
import org.rats4j.core.RatsException;
import org.rats4j.eat.EatExpectations;

/** Decodes and verifies a token, claims and submodules included. */
@State(Scope.Benchmark)
@Goal(peer = "jca", speed = 1 / 1.1)
public class EatVerify {
  @Param private SignedToken form = SignedToken.PSA;

  private final Scheme scheme = Scheme.ES256;
  private Bytes token = Bytes.EMPTY;
  private byte[] toBeSigned = {};
  private byte[] signature = {};
  private List<byte[]> hashed = List.of();
  private @Nullable PublicKey key;
  private @Nullable EatExpectations expectations;

  /** Signs the token. */
  @Setup
  public void setUp() throws GeneralSecurityException, RatsException {
    KeyPair keys = scheme.newKeyPair();
    key = keys.getPublic();
    expectations =
        form.expectations().key(scheme.verificationKey(keys)).freshnessHandledElsewhere().build();
    SignedToken.Message message = form.sign(scheme.signer(keys));
    token = message.token();
    toBeSigned = message.toBeSigned().toByteArray();
    signature = message.signature().toByteArray();
    hashed = message.hashed().stream().map(Bytes::toByteArray).toList();
    if (!(boolean) jca()) {
      throw new IllegalStateException("the two sides do not check the same");
    }
  }

  /** Ours, from the received bytes to the verified token. */
  @Benchmark
  public Object rats4j() throws RatsException {
    return form.verify(token, Objects.requireNonNull(expectations));
  }

  /** Signature and hashes alone, over bytes that are ready. */
  @Benchmark
  public Object jca() throws GeneralSecurityException {
    boolean right = scheme.verify(Objects.requireNonNull(key), toBeSigned, signature);
    for (byte[] set : hashed) {
      right &= MessageDigest.getInstance("SHA-256").digest(set).length == 32;
    }
    return right;
  }
}
