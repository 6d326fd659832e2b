package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rats4j.cli.tls.BoundEvidence;
import org.rats4j.cmw.Cmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.crypto.Signer;
import org.rats4j.eat.Claims;
import org.rats4j.eat.ContentFormatBody;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCmw;
import org.rats4j.eat.measured.MeasuredComponent;
import org.rats4j.expat.AttestationProvider;
import org.rats4j.expat.BinderRequest;

/**
 * The attester: measures the files that it runs from and signs what it found.
 *
 * <p>It is honest only because nobody changed it: a program that measures itself proves nothing to
 * those who do not trust the program. Real attesters are measured by what started them.
 */
final class Attester implements AttestationProvider {
  /** What the name of a measured file begins with. */
  static final String FILE = "file:";

  private final Signer key;
  private final Software software;
  private final Machine machine;

  /** Creates an attester that signs with {@code key}, its attestation key. */
  Attester(Signer key, Software software, Machine machine) {
    this.key = Objects.requireNonNull(key, "key");
    this.software = Objects.requireNonNull(software, "software");
    this.machine = Objects.requireNonNull(machine, "machine");
  }

  /**
   * Returns evidence about this very process for one connection: an EAT with measured components,
   * with the binder of the connection as nonce and the key of the authenticator in {@code cnf}.
   */
  @Override
  public Cmw attest(BinderRequest request)
      throws IOException, GeneralSecurityException, DecodingException {
    EatClaims.Builder claims = BoundEvidence.claims(request).put(Claims.MEASUREMENTS, measure());
    machine.bootId().ifPresent(id -> claims.put(Claims.BOOT_SEED, id));
    return EatCmw.wrap(Eat.cwt(claims.build()).contentType().sign(key));
  }

  private List<ContentFormatBody> measure() throws IOException {
    List<MeasuredComponent> components = new ArrayList<>();
    software
        .digests()
        .forEach(
            (name, digest) ->
                components.add(MeasuredComponent.of(FILE + name, Digest.sha256(digest))));
    components.add(MeasuredComponent.ofRaw("java", Bytes.ofUtf8(machine.java())));
    components.add(MeasuredComponent.ofRaw("kernel", Bytes.ofUtf8(machine.kernel())));
    return components.stream().map(component -> component.body(Encoding.CBOR)).toList();
  }
}
