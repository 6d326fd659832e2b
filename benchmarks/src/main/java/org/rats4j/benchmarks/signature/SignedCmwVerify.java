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
import org.rats4j.cmw.CmwKind;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.SignedCmw;
import org.rats4j.cmw.SignedCmwExpectations;
import org.rats4j.cmw.UnverifiedSignedCmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.jose.Jws;

/** Decodes and verifies a signed record of 1 KiB. */
@State(Scope.Benchmark)
@Goal(peer = "jca", speed = 1 / 1.1)
public class SignedCmwVerify {
  @Param private Scheme scheme = Scheme.ES256;

  @Param({"COSE", "JWS"})
  private CmwKind kind = CmwKind.COSE;

  private Bytes message = Bytes.EMPTY;
  private byte[] toBeSigned = {};
  private byte[] signature = {};
  private @Nullable PublicKey key;
  private @Nullable SignedCmwExpectations expectations;

  /** Signs the message. */
  @Setup
  public void setUp() throws GeneralSecurityException, RatsException {
    KeyPair keys = scheme.newKeyPair();
    key = keys.getPublic();
    expectations = SignedCmwExpectations.builder().key(scheme.verificationKey(keys)).build();
    CmwRecord cmw = CmwRecord.of(MediaType.of("application/eat+cwt"), Scheme.payload());
    if (kind == CmwKind.COSE) {
      message = SignedCmw.cose(cmw).sign(scheme.signer(keys));
      var unverified = CoseSign1.decode(message, DecodeOptions.STRICT);
      toBeSigned = unverified.toBeSigned(Bytes.EMPTY).toByteArray();
      signature = unverified.signature().toByteArray();
    } else {
      message = SignedCmw.jws(cmw).sign(scheme.signer(keys));
      var unverified = Jws.decode(message, DecodeOptions.STRICT);
      toBeSigned = unverified.signingInput().toByteArray();
      signature = unverified.signature().toByteArray();
    }
    if (!jca()) {
      throw new IllegalStateException("the two sides do not check the same");
    }
  }

  /** Ours, from the received bytes to the wrapper. */
  @Benchmark
  public Object rats4j() throws RatsException {
    UnverifiedSignedCmw unverified =
        kind == CmwKind.COSE
            ? SignedCmw.decodeCose(message, CmwOptions.STRICT)
            : SignedCmw.decodeJws(message, CmwOptions.STRICT);
    return unverified.verify(Objects.requireNonNull(expectations));
  }

  /** The signature alone, over bytes that are ready. */
  @Benchmark
  public boolean jca() throws GeneralSecurityException {
    return scheme.verify(Objects.requireNonNull(key), toBeSigned, signature);
  }
}
