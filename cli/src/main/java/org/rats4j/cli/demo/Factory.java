package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.pkix.PublicKeyInfo;

/**
 * What happens before anybody attests: the endorser signs reference values, the verifier gets to
 * know them and the public keys of attesters, relying parties get to know the verifier.
 */
final class Factory {
  private final KeyPair endorserKey = Certificates.newKey();
  private final KeyPair verifierKey = Certificates.newKey();
  private final List<VerificationKey> attesterKeys = new ArrayList<>();
  private final List<PublicKeyInfo> tokenKeys = new ArrayList<>();
  private final Clock clock;
  private final Watcher watcher;
  private final Bytes endorsement;

  Factory(Reference reference, Clock clock, Watcher watcher)
      throws GeneralSecurityException, IOException {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.watcher = Objects.requireNonNull(watcher, "watcher");
    watcher.enter(Watcher.Stretch.PROVISIONING);
    endorsement =
        new Endorser(Signers.of(endorserKey.getPrivate(), Algorithms.ES256)).endorse(reference);
    watcher.extra("reference.json", reference.encode());
    watcher.extra("endorser-key.pem", Certificates.pem(endorserKey.getPublic()));
    watcher.extra("verifier-key.pem", Certificates.pem(verifierKey.getPublic()));
    watcher.message(
        new Watcher.Message(
            Cast.ENDORSER,
            Cast.VERIFIER,
            "reference values: signed CoRIM",
            "signed a CoRIM of what the build recorded: "
                + endorsement.size()
                + " bytes, "
                + reference.digests().size()
                + " files",
            "reference.corim",
            endorsement));
  }

  /** Returns the key by which results of the verifier are known. */
  VerificationKey verifierKey() {
    return VerificationKey.of(verifierKey.getPublic());
  }

  /** Lets the verifier know the attestation key of {@code attester}. */
  void enrol(String attester, PublicKey attestationKey) throws IOException {
    attesterKeys.add(VerificationKey.of(attestationKey));
    watcher.message(
        new Watcher.Message(
            attester,
            Cast.VERIFIER,
            "attestation key: public half",
            "",
            attester + "-key.pem",
            Certificates.pem(attestationKey)));
  }

  /** Lets the verifier know the attestation key of a token. */
  void enrolToken(String attester, PublicKeyInfo attestationKey) throws IOException {
    tokenKeys.add(attestationKey);
    watcher.message(
        new Watcher.Message(
            attester,
            Cast.VERIFIER,
            "attestation key of its token",
            "",
            "token-key.pem",
            Bytes.ofUtf8(new Pem(Pem.PUBLIC_KEY, attestationKey.encoded()).encode())));
  }

  /** Returns the verifier of all attesters that are enrolled. */
  Verifier verifier() throws RatsException {
    return new Verifier(
        attesterKeys,
        tokenKeys,
        VerificationKey.of(endorserKey.getPublic()),
        endorsement,
        Signers.of(verifierKey.getPrivate(), Algorithms.ES256),
        clock);
  }
}
