package org.rats4j.benchmarks.signature;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.benchmarks.Goal;
import org.rats4j.benchmarks.corim.Manifest;
import org.rats4j.core.crypto.Signer;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignerInfo;

/** Encodes and signs a CoRIM of 1 KB. */
@State(Scope.Benchmark)
@Goal(peer = "jca", speed = 1 / 1.1)
public class CorimSign {
  @Param private Scheme scheme = Scheme.ES256;

  private final Corim corim = Manifest.TRIPLES_8.corim();
  private final SignerInfo info = SignerInfo.of(CorimMeta.of("ACME Ltd."));
  private byte[] encoded = {};
  private @Nullable Signer signer;
  private @Nullable PrivateKey key;

  /** Makes the keys. */
  @Setup
  public void setUp() throws GeneralSecurityException {
    KeyPair keys = scheme.newKeyPair();
    signer = scheme.signer(keys);
    key = keys.getPrivate();
    encoded = corim.encode().toByteArray();
  }

  /** Ours, from the CoRIM to the message. */
  @Benchmark
  public Object rats4j() throws GeneralSecurityException {
    return SignedCorim.builder(corim, info).sign(Objects.requireNonNull(signer));
  }

  /** The signature alone, over bytes that are ready. */
  @Benchmark
  public byte[] jca() throws GeneralSecurityException {
    return scheme.sign(Objects.requireNonNull(key), encoded);
  }
}
