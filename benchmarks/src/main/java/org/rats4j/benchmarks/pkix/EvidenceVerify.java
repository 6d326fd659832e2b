package org.rats4j.benchmarks.pkix;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.benchmarks.Goal;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidencePolicies;
import org.rats4j.pkix.SignatureBlock;
import org.rats4j.pkix.UnverifiedEvidence;

/**
 * Verifies decoded evidence on one key, policies included, against the bare check of its signature
 * and of the path of its certificate by the same provider.
 */
@State(Scope.Benchmark)
@Goal(peer = "jca", speed = 0.91)
public class EvidenceVerify {
  @Param({"EC", "ML-DSA-65"})
  private String kind = "EC";

  private @Nullable X509Certificate root;
  private @Nullable UnverifiedEvidence evidence;
  private @Nullable EvidenceExpectations expectations;
  private byte[] tbs = {};
  private byte[] signature = {};
  private byte[] certificate = {};
  private String algorithm = "";

  /** Makes the evidence. */
  @Setup
  public void setUp() throws Exception {
    HsmModule module = new HsmModule();
    UnverifiedEvidence made =
        module.evidence(1, kind, kind.equals("EC") ? Algorithms.ES256 : Algorithms.ML_DSA_65);
    root = module.root();
    evidence = made;
    expectations =
        EvidenceExpectations.builder()
            .trustAnchors(TrustAnchors.of(module.root()))
            .clock(HsmModule.CLOCK)
            .nonce(Bytes.copyOf(new byte[32]))
            .policy(EvidencePolicies.neverExportable(), EvidencePolicies.fipsMode(3))
            .build();
    SignatureBlock block = made.signatures().get(0);
    tbs = made.unverifiedTbs().encoded().toByteArray();
    signature = block.signatureValue().toByteArray();
    certificate = block.sid().certificate().orElseThrow().toByteArray();
    algorithm = block.signatureAlgorithm().algorithm().toString();
  }

  /** Ours, every rule. */
  @Benchmark
  public Object rats4j() throws VerificationException {
    return Objects.requireNonNull(evidence).verify(Objects.requireNonNull(expectations));
  }

  /** Certificate, path and signature by the provider. */
  @Benchmark
  public Object jca() throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509", HsmModule.PROVIDER);
    X509Certificate leaf =
        (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate));
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(Objects.requireNonNull(root), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(HsmModule.CLOCK.instant()));
    CertPathValidator.getInstance("PKIX", HsmModule.PROVIDER)
        .validate(factory.generateCertPath(List.of(leaf)), parameters);
    Signature verifier = Signature.getInstance(algorithm, HsmModule.PROVIDER);
    verifier.initVerify(leaf.getPublicKey());
    verifier.update(tbs);
    return verifier.verify(signature);
  }
}
