package org.rats4j.corim.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimExpectations;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.psa.PsaProfile;
import org.rats4j.corim.template.ComidTemplate;

class EndorserGuideTest {
  @Test
  void whatWasBuiltIsSignedVerifiedAndATemplate() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    KeyPair rootKeys = generator.generateKeyPair();
    GuideCertificate root = GuideCertificate.of(rootKeys, "root", rootKeys, "root");
    GuideCertificate acme = GuideCertificate.of(keys, "ACME", rootKeys, "root");
    TrustAnchors anchors = TrustAnchors.of(root.certificate());
    List<Bytes> certificates = List.of(acme.encoded());
    Signer signer = Signers.of(keys.getPrivate(), Algorithms.ES256);
    Bytes implementationId = Bytes.copyOf(new byte[32]);
    Bytes firmwareHash = Bytes.copyOf(new byte[32]);
    Bytes signerId = Bytes.copyOf(new byte[32]);
    Instant lastDay = Instant.parse("2036-01-01T00:00:00Z");
    Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    Comid comid =
        Comid.builder(
                TagIdentity.of(TagId.of("acme.example/roadrunner-fw"), 1),
                Triples.builder()
                    .reference(
                        new ValuesTriple(
                            Environment.of(EnvironmentClass.of(new TaggedBytes(implementationId))),
                            List.of(
                                Measurement.of(
                                    MeasurementKey.of(PsaProfile.SOFTWARE_COMPONENT),
                                    MeasurementValues.builder()
                                        .name("BL")
                                        .digests(new Digest(Label.of("sha-256"), firmwareHash))
                                        .cryptoKeys(List.of(new TaggedBytes(signerId)))
                                        .build()))))
                    .build())
            .build();
    Corim corim =
        Corim.builder(TagId.of("acme.example/2026-11"))
            .profile(PsaProfile.ID)
            .tag(ConciseTag.of(comid))
            .build();

    SignerInfo info =
        SignerInfo.of(
            CorimMeta.of("ACME Ltd.").withValidity(Validity.until(EpochTime.of(lastDay))));
    Bytes signed = SignedCorim.builder(corim, info).certificateChain(certificates).sign(signer);

    SignedCorimExpectations expected =
        SignedCorimExpectations.builder().trustAnchors(anchors).clock(clock).build();
    Corim trusted = SignedCorim.decode(signed).verify(expected).corim().orElseThrow();
    assertEquals(corim, trusted);

    Bytes json = ComidTemplate.encode(comid);
    Comid fromTemplate = ComidTemplate.decode(json, CorimOptions.STRICT);
    Bytes template = ComidTemplate.encode(fromTemplate);
    assertEquals(json, template);
  }
}
