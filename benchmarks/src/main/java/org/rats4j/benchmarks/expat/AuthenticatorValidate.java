package org.rats4j.benchmarks.expat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.rats4j.benchmarks.Goal;
import org.rats4j.benchmarks.signature.Scheme;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.expat.Authenticator;
import org.rats4j.expat.AuthenticatorExpectations;
import org.rats4j.expat.AuthenticatorRequest;
import org.rats4j.expat.ExpatOptions;
import org.rats4j.expat.ExpatProfile;
import org.rats4j.expat.ExportedAuthenticators;
import org.rats4j.expat.Identity;
import org.rats4j.expat.PkixChainValidator;
import org.rats4j.expat.RequestOptions;
import org.rats4j.expat.tls.TlsRole;

/** Validates an authenticator with one certificate and 1 KiB of attestation. */
@State(Scope.Benchmark)
@Goal(peer = "bare", speed = 1 / 1.15)
public class AuthenticatorValidate {
  private static final int EVIDENCE_BYTES = 1024;
  private static final int SIGNED_BYTES = 119;

  @Param private Scheme scheme = Scheme.ES256;

  private final byte[] toBeSigned = new byte[SIGNED_BYTES];
  private byte[] signature = {};
  private Bytes certificate = Bytes.EMPTY;
  private Bytes authenticator = Bytes.EMPTY;
  private @Nullable TrustAnchors anchors;
  private @Nullable AuthenticatorExpectations expectations;

  /** Makes an authenticator. */
  @Setup
  public void setUp() throws GeneralSecurityException, IOException, RatsException {
    KeyPair keys = scheme.newKeyPair();
    Authority authority = new Authority();
    List<X509Certificate> chain = authority.issue(keys);
    Identity identity = Identity.of(chain, scheme.signer(keys));
    certificate = Bytes.copyOf(identity.leaf().getEncoded());
    signature = identity.signer().sign(toBeSigned);
    anchors = authority.anchors();
    ExpatOptions options = ExpatOptions.of(ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE));
    FixedExporter exporter = new FixedExporter(TlsRole.CLIENT);
    AuthenticatorRequest request =
        ExportedAuthenticators.of(exporter, options).request(RequestOptions.ATTESTED);
    expectations =
        AuthenticatorExpectations.builder()
            .exporter(exporter)
            .options(options)
            .request(request)
            .chainValidator(PkixChainValidator.of(anchors, Authority.CLOCK).anyServerName())
            .build();
    ExportedAuthenticators server =
        ExportedAuthenticators.of(new FixedExporter(TlsRole.SERVER), options);
    authenticator =
        server.authenticate(
            server.accept(request.encoded()),
            List.of(identity),
            binder ->
                CmwRecord.of(
                    MediaType.of("application/eat+cwt"), Bytes.copyOf(new byte[EVIDENCE_BYTES])));
  }

  /** Ours, from the received bytes to the authenticator. */
  @Benchmark
  public Object rats4j() throws RatsException {
    return Authenticator.decode(authenticator).verify(Objects.requireNonNull(expectations));
  }

  /** The path of the certificate, its signature over bytes that are ready, and the MAC. */
  @Benchmark
  public void bare(Blackhole blackhole) throws GeneralSecurityException, RatsException {
    var path =
        Objects.requireNonNull(anchors).validate(List.of(certificate), Authority.CLOCK.instant());
    blackhole.consume(scheme.verify(path.leaf().getPublicKey(), toBeSigned, signature));
    blackhole.consume(Bare.mac(new byte[32]));
  }
}
