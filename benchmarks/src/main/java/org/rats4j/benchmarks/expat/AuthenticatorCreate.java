package org.rats4j.benchmarks.expat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
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
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Signer;
import org.rats4j.expat.ExpatOptions;
import org.rats4j.expat.ExpatProfile;
import org.rats4j.expat.ExportedAuthenticators;
import org.rats4j.expat.Identity;
import org.rats4j.expat.RequestOptions;
import org.rats4j.expat.tls.TlsRole;

/** Reads a request and answers it with 1 KiB of attestation, on a connection of its own. */
@State(Scope.Benchmark)
@Goal(peer = "bare", speed = 1 / 1.15)
public class AuthenticatorCreate {
  private static final int EVIDENCE_BYTES = 1024;
  private static final int SIGNED_BYTES = 119;

  @Param private Scheme scheme = Scheme.ES256;

  private final ExpatOptions options =
      ExpatOptions.of(ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE));
  private final Cmw evidence =
      CmwRecord.of(MediaType.of("application/eat+cwt"), Bytes.copyOf(new byte[EVIDENCE_BYTES]));
  private List<Identity> identities = List.of();
  private Bytes request = Bytes.EMPTY;
  private @Nullable Signer signer;

  /** Makes the identity and the request. */
  @Setup
  public void setUp() throws GeneralSecurityException, IOException, RatsException {
    KeyPair keys = scheme.newKeyPair();
    signer = scheme.signer(keys);
    identities = List.of(Identity.of(new Authority().issue(keys), signer));
    request =
        ExportedAuthenticators.of(new FixedExporter(TlsRole.CLIENT), options)
            .request(RequestOptions.ATTESTED)
            .encoded();
  }

  /** Ours, from the received request to the authenticator. */
  @Benchmark
  public Bytes rats4j() throws RatsException {
    ExportedAuthenticators connection =
        ExportedAuthenticators.of(new FixedExporter(TlsRole.SERVER), options);
    return connection.authenticate(connection.accept(request), identities, binder -> evidence);
  }

  /** The signature and the MAC alone, over bytes that are ready. */
  @Benchmark
  public void bare(Blackhole blackhole) throws GeneralSecurityException {
    blackhole.consume(Objects.requireNonNull(signer).sign(new byte[SIGNED_BYTES]));
    blackhole.consume(Bare.mac(new byte[32]));
  }
}
