package org.rats4j.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.ear.Decision;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.rats4j.ear.RelyingPartyPolicy;
import org.rats4j.ear.TrustTier;

/** The relying party: decides by an attestation result whether it trusts the device. */
public final class RelyingPartyExample {
  private RelyingPartyExample() {}

  /** Takes the key of the verifier, the nonce, the result; exits with 1 if it does not trust. */
  public static void main(String[] args) throws Exception {
    if (args.length != 3) {
      System.err.println("usage: RelyingParty VERIFIER_PEM NONCE EAR");
      System.exit(2);
    }
    VerificationKey verifierKey =
        VerificationKey.of(Pem.publicKey(Files.readString(Path.of(args[0]))));
    Bytes nonce = Bytes.ofHex(args[1]);
    Bytes token = Bytes.copyOf(Files.readAllBytes(Path.of(args[2])));

    Decision decision = decide(verifierKey, nonce, token);

    System.out.println(decision.accepted() ? "trusted" : "not trusted");
    for (Finding reason : decision.reasons()) {
      System.out.println("  " + reason.path() + ": " + reason.message());
    }
    if (!decision.accepted()) {
      System.exit(1);
    }
  }

  static Decision decide(VerificationKey verifierKey, Bytes nonce, Bytes token)
      throws RatsException {
    Clock clock = Clock.systemUTC();
    // snippet: decide
    Ear ear =
        Ear.decode(token, EarOptions.STRICT)
            .verify(EarExpectations.builder().key(verifierKey).nonce(nonce).clock(clock).build());
    RelyingPartyPolicy policy =
        RelyingPartyPolicy.builder()
            .allSubmods(TrustTier.AFFIRMING)
            .verifierDevelopers("https://verifier.example")
            .maxAge(Duration.ofMinutes(5))
            .build();
    Decision decision = policy.evaluate(ear, clock);
    // end
    return decision;
  }
}
