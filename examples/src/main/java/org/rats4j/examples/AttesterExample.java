package org.rats4j.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import org.rats4j.cmw.CmwForm;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCmw;
import org.rats4j.eat.HwModel;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.OemId;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.measured.MeasuredComponent;

/**
 * The attester: a gateway says which firmware runs on it. In the field, what boots the firmware
 * measures it; a firmware that measures itself can lie.
 */
public final class AttesterExample {
  /** The device, by the number of its network interface. */
  private static final Ueid DEVICE = Ueid.eui48(Bytes.ofHex("02005e100007"));

  private AttesterExample() {}

  /** Takes the key of the device, the nonce of who asks, the firmware; writes the evidence. */
  public static void main(String[] args) throws Exception {
    if (args.length != 4) {
      System.err.println("usage: Attester DEVICE_KEY NONCE FIRMWARE EVIDENCE");
      System.exit(2);
    }
    PrivateKey deviceKey = Pem.privateKey(Files.readString(Path.of(args[0])));
    Bytes nonce = Bytes.ofHex(args[1]);
    Bytes firmware = Bytes.copyOf(Files.readAllBytes(Path.of(args[2])));

    // snippet: attest
    MeasuredComponent measured = MeasuredComponent.of("firmware", Digest.sha256Of(firmware));
    EatClaims claims =
        EatClaims.builder()
            .put(Claims.NONCE, Nonces.of(nonce))
            .put(Claims.UEID, DEVICE)
            .put(Claims.OEM_ID, OemId.pen(32473))
            .put(Claims.HARDWARE_MODEL, new HwModel(Bytes.ofUtf8("gateway-7")))
            .put(Claims.MEASUREMENTS, List.of(measured.body(Encoding.CBOR)))
            .build();
    Signer signer = Signers.of(deviceKey, Algorithms.ES256);
    Bytes token = Eat.cwt(claims).sign(signer);
    Bytes evidence = EatCmw.wrap(token).encode(CmwForm.CBOR);
    // end

    Files.write(Path.of(args[3]), evidence.toByteArray());
  }
}
