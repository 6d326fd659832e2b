package org.rats4j.corim.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimMessage;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimExpectations;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.UnverifiedSignedCorim;
import org.rats4j.corim.Validity;

class VendorGuideTest {
  private final CorimProfiles profiles = CorimProfiles.BUILT_IN;

  @Test
  void whatALenientReaderTakesIsNamed() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    Cotl list =
        Cotl.of(
            TagIdentity.of(TagId.of("l")),
            List.of(TagIdentity.of(TagId.of("t"))),
            Validity.until(EpochTime.of(1)));
    Corim made = Corim.builder(TagId.of("c")).tag(ConciseTag.of(list)).build();
    Bytes signedBytes =
        SignedCorim.builder(made, SignerInfo.of(CorimMeta.of("ACME")))
            .sign(Signers.of(keys.getPrivate(), Algorithms.ES256));
    Bytes received = new CborWriter().writeTag(500).writeTag(502).writeRaw(signedBytes).toBytes();
    SignedCorimExpectations expected =
        SignedCorimExpectations.builder().key(VerificationKey.of(keys.getPublic())).build();
    Corim corim = Corim.builder(TagId.of("none")).tag(ConciseTag.of(list)).build();

    Findings findings = new Findings(CorimOptions.LENIENT);
    CorimMessage message = CorimMessage.decode(received, profiles, findings);

    if (message instanceof UnverifiedSignedCorim signed) {
      corim = signed.verify(expected).corim().orElseThrow();
    }
    assertEquals(made, corim);
    assertEquals(
        List.of("LEGACY_TAG_500", "LEGACY_TAG_502"),
        findings.toList().stream().map(Finding::code).toList());
    assertThrows(
        DecodingException.class,
        () -> CorimMessage.decode(received, profiles, new Findings(CorimOptions.STRICT)));
  }

  @Test
  void someLenienciesMayBeAllowedAlone() {
    DecodeOptions nvidiaShape =
        CorimOptions.STRICT.toBuilder()
            .allow(
                CorimLeniencies.LEGACY_TAG_500,
                CorimLeniencies.LEGACY_TAG_502,
                CorimLeniencies.LEGACY_CONTENT_TYPE,
                CorimLeniencies.UNTAGGED_CORIM,
                CorimLeniencies.WRAPPED_TAG_IN_BSTR)
            .build();

    assertEquals(5, nvidiaShape.leniencies().size());
  }
}
