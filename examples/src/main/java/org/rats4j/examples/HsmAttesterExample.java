package org.rats4j.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Pem;
import org.rats4j.pkix.AttestationRequest;
import org.rats4j.pkix.EvidenceClaims;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.EvidenceSigner;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.UnverifiedEvidence;
import org.rats4j.pkix.hsm.Attester;
import org.rats4j.pkix.hsm.pkcs11.Pkcs11Module;
import org.rats4j.pkix.hsm.pkcs11.Pkcs11Token;

/**
 * An attester for keys in an HSM: says what a PKCS #11 token knows of a key, signed by a second key
 * of the token. It is as good as the host that it runs on.
 */
public final class HsmAttesterExample {
  private HsmAttesterExample() {}

  /**
   * Takes the PKCS #11 library, the token, the file with its PIN, the key, the attestation key and
   * the nonce; writes the evidence, and the public half of the attestation key.
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 8) {
      System.err.println("usage: HsmAttester LIBRARY TOKEN PIN_FILE KEY AK NONCE EVIDENCE AK_PEM");
      System.exit(2);
    }
    char[] pin = Files.readString(Path.of(args[2])).strip().toCharArray();
    String key = args[3];
    String attestationKey = args[4];
    Bytes nonce = Bytes.ofHex(args[5]);

    AttestationRequest request =
        AttestationRequest.builder(EvidenceOids.PLACEHOLDER)
            .transaction(nonce)
            .platform(EvidenceClaims.VENDOR, EvidenceClaims.HWSERIAL)
            .key(
                key,
                EvidenceClaims.SPKI,
                EvidenceClaims.EXTRACTABLE,
                EvidenceClaims.NEVER_EXTRACTABLE,
                EvidenceClaims.LOCAL)
            .build();

    try (Pkcs11Module module = Pkcs11Module.load(args[0]);
        Pkcs11Token token = module.token(args[1], pin)) {
      // snippet: attest
      PublicKeyInfo publicKey = token.publicKey(attestationKey).orElseThrow();
      Attester attester =
          Attester.builder()
              .platform(token.platform())
              .keys(token.keys(EvidenceOids.PLACEHOLDER))
              .signer(
                  EvidenceSigner.ofPublicKey(
                      publicKey, token.signer(attestationKey, Algorithms.ES256)))
              .build();
      UnverifiedEvidence evidence = attester.answer(request);
      // end
      Files.writeString(Path.of(args[6]), evidence.toPem());
      Files.writeString(Path.of(args[7]), new Pem(Pem.PUBLIC_KEY, publicKey.encoded()).encode());
    }
  }
}
