package org.rats4j.benchmarks.signature;

import java.nio.charset.StandardCharsets;
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
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.RatsException;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsExpectations;
import org.rats4j.core.jose.UnverifiedJws;

/** Decodes and verifies a compact JWS with a payload of 1 KiB. */
@State(Scope.Benchmark)
@Goal(peer = "jca", speed = 1 / 1.1)
public class JwsVerify {
  @Param private Scheme scheme = Scheme.ES256;

  private byte[] message = {};
  private byte[] signingInput = {};
  private byte[] signature = {};
  private @Nullable PublicKey key;
  private @Nullable JwsExpectations expectations;

  /** Signs the message. */
  @Setup
  public void setUp() throws GeneralSecurityException, RatsException {
    KeyPair keys = scheme.newKeyPair();
    key = keys.getPublic();
    expectations = JwsExpectations.builder().key(scheme.verificationKey(keys)).build();
    message =
        Jws.builder()
            .payload(Scheme.payload())
            .sign(scheme.signer(keys))
            .getBytes(StandardCharsets.US_ASCII);
    UnverifiedJws unverified = Jws.decode(message, DecodeOptions.STRICT);
    signingInput = unverified.signingInput().toByteArray();
    signature = unverified.signature().toByteArray();
    if (!jca()) {
      throw new IllegalStateException("the two sides do not check the same");
    }
  }

  /** Ours, from the received text to the verified message. */
  @Benchmark
  public Object rats4j() throws RatsException {
    return Jws.decode(message, DecodeOptions.STRICT).verify(Objects.requireNonNull(expectations));
  }

  /** The signature alone, over bytes that are ready. */
  @Benchmark
  public boolean jca() throws GeneralSecurityException {
    return scheme.verify(Objects.requireNonNull(key), signingInput, signature);
  }
}
