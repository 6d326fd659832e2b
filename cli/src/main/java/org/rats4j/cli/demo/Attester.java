package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.crypto.Signer;
import org.rats4j.eat.Claims;
import org.rats4j.eat.ContentFormatBody;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.measured.MeasuredComponent;

/**
 * The attester: measures the files that it runs from and signs what it found.
 *
 * <p>It is honest only because nobody changed it: a program that measures itself proves nothing to
 * those who do not trust the program. Real attesters are measured by what started them.
 */
public final class Attester {
  /** What the name of a measured file begins with. */
  static final String FILE = "file:";

  private static final ContentFormat EAT_CWT = ContentFormat.of(263);

  private final Signer key;
  private final Bytes keyId;
  private final Software software;
  private final Machine machine;

  /** Creates an attester that signs with {@code key}. */
  public Attester(Signer key, Bytes keyId, Software software, Machine machine) {
    this.key = Objects.requireNonNull(key, "key");
    this.keyId = Objects.requireNonNull(keyId, "keyId");
    this.software = Objects.requireNonNull(software, "software");
    this.machine = Objects.requireNonNull(machine, "machine");
  }

  /**
   * Returns evidence about this very process: an EAT with measured components, signed as CWT, in a
   * CMW record.
   *
   * @param nonce what the relying party asks with
   * @throws IOException if a file cannot be measured
   * @throws GeneralSecurityException if the key cannot sign
   * @throws DecodingException if {@code nonce} has no room in an EAT
   */
  public Bytes attest(Bytes nonce) throws IOException, GeneralSecurityException, DecodingException {
    EatClaims.Builder claims =
        EatClaims.builder()
            .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(nonce)))
            .put(Claims.SOFTWARE_NAME, "rats")
            .put(Claims.MEASUREMENTS, measure());
    machine.bootId().ifPresent(id -> claims.put(Claims.BOOT_SEED, id));
    Bytes token = Eat.cwt(claims.build()).keyId(keyId).contentType().sign(key);
    return CmwRecord.of(EAT_CWT, token)
        .withIndicator(CmwIndicator.EVIDENCE)
        .encode(CmwForm.CBOR_RECORD);
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
