package org.rats4j.cmw.x509;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCodes;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.MediaType;
import org.rats4j.core.Oid;

class AttestationBundleTest {
  private static final Cmw CMW = CmwRecord.of(MediaType.of("a/b"), Bytes.of(1));
  private static final Oid VENDOR = Oid.of("2.999.1");
  private static final DecodeOptions HINTS =
      CmwOptions.STRICT.toBuilder().allow(AttestationStatement.CSR_STATEMENT_HINT).build();

  private static AttestationBundle bundle() throws DecodingException {
    return new AttestationBundle(
        List.of(
            new AttestationStatement(VENDOR, Bytes.ofHex("30030101ff")),
            AttestationStatement.of(CMW, CmwForm.CBOR),
            AttestationStatement.of(CMW, CmwForm.JSON)),
        List.of(
            new AttestationCertificate.OfX509(Bytes.ofHex("3000")),
            new AttestationCertificate.Unknown(VENDOR, Bytes.ofHex("0500"))));
  }

  @Test
  void decodesAndEncodesTheSameBytes() throws Exception {
    Bytes wire =
        Bytes.ofHex(
            "304a303b"
                + "300a060388370130030101ff"
                + "301306082b0601050507012304078263612f624101"
                + "301806082b060105050701230c0c5b22612f62222c224151225d"
                + "300b3000a30706038837010500");

    AttestationBundle decoded = AttestationBundle.decode(wire, CmwOptions.STRICT);

    assertEquals(bundle(), decoded);
    assertEquals(wire, decoded.encode());
    assertEquals(List.of(CMW, CMW), decoded.cmws(CmwOptions.STRICT));
  }

  @Test
  void isFoundInTheAttributeAndAmongTheExtensionsOfARequest() throws Exception {
    Issuer issuer = new Issuer();
    Bytes attribute = issuer.request(bundle().encode());
    Bytes extension =
        issuer.requestFor(
            new ExtensionField(AttestationBundle.OID, false, bundle().encode()).encode());

    for (Bytes request : List.of(attribute, extension)) {
      assertEquals(
          Optional.of(bundle()), AttestationBundle.findInRequest(request, CmwOptions.STRICT));
      assertEquals(Optional.empty(), CmwExtension.findInRequest(request, CmwOptions.STRICT));
    }
  }

  @Test
  void refusesTwoAttributesInARequest() throws Exception {
    Bytes request = new Issuer().request(bundle().encode(), bundle().encode());

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> AttestationBundle.findInRequest(request, CmwOptions.STRICT));

    assertEquals(DecodingException.Reason.DUPLICATE_KEY, e.reason());
    assertEquals(CmwCodes.CSR_ATTRIBUTE_REPEATED, e.code());
    assertEquals("pkcs10/attributes/1", e.path());
  }

  @Test
  void takesTheHintOfOldStatementsIfNamed() throws Exception {
    Bytes old = Bytes.ofHex("300e300c300a06038837010500160161");
    Findings findings = new Findings(HINTS);

    AttestationBundle decoded = AttestationBundle.decode(old, findings);

    assertEquals(
        AttestationBundle.of(new AttestationStatement(VENDOR, Bytes.ofHex("0500"))), decoded);
    assertEquals("CSR_STATEMENT_HINT", findings.toList().get(0).code());
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> AttestationBundle.decode(old, CmwOptions.LENIENT));
    assertEquals("CSR_STATEMENT_HINT", e.code());
  }

  @Test
  void refusesToBeBuiltOfWhatIsNotDer() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new AttestationStatement(VENDOR, Bytes.ofHex("050000")));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AttestationCertificate.OfX509(Bytes.ofHex("0500")));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AttestationCertificate.Unknown(VENDOR, Bytes.EMPTY));
    assertThrows(IllegalArgumentException.class, () -> new AttestationBundle(List.of(), List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/x509/invalid-bundle.csv", delimiter = '|')
  void rejects(
      String name, String wire, DecodingException.Reason reason, String code, String path) {
    Bytes der = Bytes.ofHex(wire == null ? "" : wire);

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> AttestationBundle.decode(der, CmwOptions.STRICT).cmws(CmwOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals(path, e.path());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/x509/invalid-request.csv", delimiter = '|')
  void rejectsAsRequest(
      String name, String wire, DecodingException.Reason reason, String code, String path) {
    Bytes der = Bytes.ofHex(wire == null ? "" : wire);

    DecodingException e =
        assertThrows(
            DecodingException.class, () -> AttestationBundle.findInRequest(der, CmwOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals(path, e.path());
  }

  @Test
  void refusesDeepNestingBeforeAParserSeesIt() {
    Bytes deep = Bytes.ofHex("0500");
    for (int i = 0; i < 32; i++) {
      deep = Bytes.of(0x30, deep.size()).concat(deep);
    }
    Bytes all = deep;

    assertEquals(
        CmwCodes.DEPTH_LIMIT,
        assertThrows(
                DecodingException.class,
                () ->
                    AttestationBundle.decode(
                        Bytes.of(0x30, all.size()).concat(all), CmwOptions.STRICT))
            .code());
    assertEquals(
        DecodingException.Reason.UNEXPECTED_STRUCTURE,
        assertThrows(
                DecodingException.class, () -> AttestationBundle.decode(all, CmwOptions.STRICT))
            .reason());
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    Bytes request = new Issuer().request(bundle().encode());
    for (Bytes valid : List.of(bundle().encode(), request)) {
      byte[] wire = valid.toByteArray();
      for (int i = 0; i < 2; i++) {
        wire[random.nextInt(wire.length)] = (byte) random.nextInt();
      }
      try {
        AttestationBundle.decode(Bytes.copyOf(wire), HINTS).cmws(CmwOptions.LENIENT);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
      try {
        CmwExtension.findInRequest(Bytes.copyOf(wire), CmwOptions.LENIENT);
        AttestationBundle.findInRequest(Bytes.copyOf(wire), CmwOptions.LENIENT);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }
}
