package org.rats4j.examples;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimExpectations;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.ear.VerifierId;
import org.rats4j.expat.AttestationAppraiser;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.AttestedClient;
import org.rats4j.expat.AttestedSocket;
import org.rats4j.expat.AttestedTls;
import org.rats4j.expat.BoundValue;
import org.rats4j.expat.ExpatProfile;
import org.rats4j.expat.PkixChainValidator;
import org.rats4j.expat.Verdict;
import org.rats4j.expat.bc.BcTls;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.verifier.AppraisalRequest;
import org.rats4j.verifier.AttestationResult;
import org.rats4j.verifier.Verifier;

/** A client that speaks only to a server that runs what its maker released. */
public final class AttestedClientExample {
  private AttestedClientExample() {}

  /** Takes host, port, the anchor of the server's certificate, the key of the endorser, a CoRIM. */
  public static void main(String[] args) throws Exception {
    if (args.length != 5) {
      System.err.println("usage: AttestedClient HOST PORT SERVER_CRT ENDORSER_PEM CORIM");
      System.exit(2);
    }
    String host = args[0];
    int port = Integer.parseInt(args[1]);
    TrustAnchors anchors = TrustAnchors.of(Pem.certificates(Files.readString(Path.of(args[2]))));
    VerificationKey endorserKey =
        VerificationKey.of(Pem.publicKey(Files.readString(Path.of(args[3]))));
    Bytes signedCorim = Bytes.copyOf(Files.readAllBytes(Path.of(args[4])));
    Clock clock = Clock.systemUTC();
    SignedCorim corim =
        SignedCorim.decode(signedCorim)
            .verify(SignedCorimExpectations.builder().key(endorserKey).clock(clock).build());
    Verifier verifier =
        Verifier.builder(VerifierId.of("https://client.example", "1.0"))
            .store(CorimStore.builder().clock(clock).add(corim).build())
            .clock(clock)
            .build();

    // snippet: appraiser
    AttestationAppraiser appraiser =
        (attestation, expected) -> {
          AttestationResult result = // throws if the nonce of the evidence is not the binder
              verifier.appraise(
                  AppraisalRequest.builder(attestation).nonce(expected.binder()).build());
          return new Verdict(
              result.isAffirming(),
              BoundValue.CONFIRMED,
              BoundValue.confirmedIf(result.attests(expected.leaf().getPublicKey())),
              result.reasons());
        };
    // end

    AttestedClient client =
        AttestedTls.client(
            BcTls.stack().connector(TlsClientSettings.of(anchors)),
            name ->
                AttestationConfig.builder(ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE))
                    .requireAttestation(
                        PkixChainValidator.of(anchors, clock).serverName(name), appraiser)
                    .build());
    try (AttestedSocket socket = client.connect(host, port)) {
      byte[] greeting = socket.getInputStream().readAllBytes();
      System.out.print(new String(greeting, StandardCharsets.US_ASCII));
    }
  }
}
