package org.rats4j.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.Signers;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.PkixKey;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.TaggedUeid;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.eat.Ueid;

/** The endorser: the maker of gateways says which firmware is right, and which key a device has. */
public final class EndorserExample {
  /** The device, by the number of its network interface. */
  private static final Ueid DEVICE = Ueid.eui48(Bytes.ofHex("02005e100007"));

  private EndorserExample() {}

  /** Takes the key of the endorser, that of the device, the firmware; writes the signed CoRIM. */
  public static void main(String[] args) throws Exception {
    if (args.length != 4) {
      System.err.println("usage: Endorser ENDORSER_KEY DEVICE_PEM FIRMWARE CORIM");
      System.exit(2);
    }
    PrivateKey endorserKey = Pem.privateKey(Files.readString(Path.of(args[0])));
    PublicKey deviceKey = Pem.publicKey(Files.readString(Path.of(args[1])));
    Bytes firmware = Bytes.copyOf(Files.readAllBytes(Path.of(args[2])));

    // snippet: triples
    EnvironmentClass gateways =
        EnvironmentClass.of(new TaggedBytes(Bytes.ofUtf8("gateway-7"))); // hwmodel of their tokens
    MeasurementValues values =
        MeasurementValues.builder().digests(Digest.sha256Of(firmware)).build();
    ValuesTriple rightFirmware =
        new ValuesTriple(
            Environment.of(gateways),
            List.of(Measurement.of(MeasurementKey.of("firmware"), values)));
    Environment device =
        Environment.builder()
            .environmentClass(gateways)
            .instance(new TaggedUeid(DEVICE.value()))
            .build();
    KeyTriple keyOfDevice = KeyTriple.of(device, List.of(PkixKey.of(deviceKey)));
    // end

    Comid comid =
        Comid.builder(
                TagIdentity.of(TagId.of("acme.example/gateway-7")),
                Triples.builder().reference(rightFirmware).attestKey(keyOfDevice).build())
            .build();
    Corim corim = Corim.builder(TagId.of("acme.example/2026-11")).tag(ConciseTag.of(comid)).build();
    EpochTime inAYear = EpochTime.of(Instant.now().plus(Duration.ofDays(365)));
    CorimMeta meta = CorimMeta.of("ACME Ltd.").withValidity(Validity.until(inAYear));
    Bytes signed =
        SignedCorim.builder(corim, SignerInfo.of(meta))
            .sign(Signers.of(endorserKey, Algorithms.ES256));

    Files.write(Path.of(args[3]), signed.toByteArray());
  }
}
