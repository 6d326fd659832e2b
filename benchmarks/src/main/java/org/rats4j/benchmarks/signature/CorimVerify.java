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
import org.rats4j.benchmarks.corim.Manifest;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.RatsException;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.UnverifiedCoseSign1;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimExpectations;
import org.rats4j.corim.SignerInfo;

/** Decodes and verifies a signed CoRIM of 1 KB. */
@State(Scope.Benchmark)
@Goal(peer = "jca", speed = 1 / 1.1)
public class CorimVerify {
  @Param private Scheme scheme = Scheme.ES256;

  private Bytes message = Bytes.EMPTY;
  private byte[] toBeSigned = {};
  private byte[] signature = {};
  private @Nullable PublicKey key;
  private @Nullable SignedCorimExpectations expectations;

  /** Signs the CoRIM. */
  @Setup
  public void setUp() throws GeneralSecurityException, RatsException {
    KeyPair keys = scheme.newKeyPair();
    key = keys.getPublic();
    expectations = SignedCorimExpectations.builder().key(scheme.verificationKey(keys)).build();
    message =
        SignedCorim.builder(Manifest.TRIPLES_8.corim(), SignerInfo.of(CorimMeta.of("ACME Ltd.")))
            .sign(scheme.signer(keys));
    UnverifiedCoseSign1 unverified = CoseSign1.decode(message, DecodeOptions.STRICT);
    toBeSigned = unverified.toBeSigned(Bytes.EMPTY).toByteArray();
    signature = unverified.signature().toByteArray();
    if (!jca()) {
      throw new IllegalStateException("the two sides do not check the same");
    }
  }

  /** Ours, from the received bytes to the verified CoRIM. */
  @Benchmark
  public Object rats4j() throws RatsException {
    return SignedCorim.decode(message).verify(Objects.requireNonNull(expectations));
  }

  /** The signature alone, over bytes that are ready. */
  @Benchmark
  public boolean jca() throws GeneralSecurityException {
    return scheme.verify(Objects.requireNonNull(key), toBeSigned, signature);
  }
}
