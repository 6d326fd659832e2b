package org.rats4j.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimExpectations;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.ear.VerifierId;
import org.rats4j.verifier.AppraisalRequest;
import org.rats4j.verifier.AttestationResult;
import org.rats4j.verifier.Verifier;

/** The verifier: compares evidence with what the endorser says, and signs what it thinks. */
public final class VerifierExample {
  private VerifierExample() {}

  /**
   * Takes the key of the verifier, that of the endorser, the CoRIM, the nonce, the evidence; writes
   * the attestation result.
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 6) {
      System.err.println("usage: Verifier VERIFIER_KEY ENDORSER_PEM CORIM NONCE EVIDENCE EAR");
      System.exit(2);
    }
    PrivateKey verifierKey = Pem.privateKey(Files.readString(Path.of(args[0])));
    VerificationKey endorserKey =
        VerificationKey.of(Pem.publicKey(Files.readString(Path.of(args[1]))));
    Bytes signedCorim = Bytes.copyOf(Files.readAllBytes(Path.of(args[2])));
    Bytes nonce = Bytes.ofHex(args[3]);
    Bytes evidence = Bytes.copyOf(Files.readAllBytes(Path.of(args[4])));
    Clock clock = Clock.systemUTC();

    // snippet: store
    SignedCorim corim =
        SignedCorim.decode(signedCorim)
            .verify(SignedCorimExpectations.builder().key(endorserKey).clock(clock).build());
    Verifier verifier =
        Verifier.builder(VerifierId.of("https://verifier.example", "1.0"))
            .store(CorimStore.builder().clock(clock).add(corim).build())
            .clock(clock)
            .build();
    // end

    // snippet: appraise
    AttestationResult result =
        verifier.appraise(AppraisalRequest.builder(evidence).nonce(nonce).build());
    Signer signer = Signers.of(verifierKey, Algorithms.ES256);
    Bytes ear = result.sign(Encoding.JSON, signer);
    // end

    System.out.print(result.describe());
    Files.write(Path.of(args[5]), ear.toByteArray());
  }
}
