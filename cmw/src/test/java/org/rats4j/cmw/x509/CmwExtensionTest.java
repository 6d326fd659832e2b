package org.rats4j.cmw.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Extension;
import java.security.cert.X509Certificate;
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
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.MediaType;
import org.rats4j.core.Oid;

class CmwExtensionTest {
  private static final List<Provider> FACTORIES = List.of(Security.getProvider("SUN"), Issuer.BC);
  private static final Cmw CMW =
      CmwCollection.builder()
          .put(
              "\u00e4",
              CmwRecord.of(MediaType.of("application/eat+cwt"), Bytes.copyOf(new byte[200])))
          .build();

  @Test
  void encodesTheChoiceOfTheEncoding() throws Exception {
    Cmw cmw = CmwRecord.of(MediaType.of("a/b"), Bytes.of(1));

    CmwExtension cbor = CmwExtension.of(cmw, CmwForm.CBOR);
    CmwExtension json = CmwExtension.of(cmw, CmwForm.JSON);

    assertEquals("04078263612f624101", Bytes.copyOf(cbor.getValue()).toHex());
    assertEquals(Bytes.ofHex("0c0c").concat(Bytes.ofUtf8("[\"a/b\",\"AQ\"]")), value(json));
    assertEquals(Encoding.CBOR, cbor.encoding());
    assertEquals(Encoding.JSON, json.encoding());
  }

  private static Bytes value(CmwExtension extension) {
    return Bytes.copyOf(extension.getValue());
  }

  @Test
  void decodesAndKeepsTheSameBytes() throws Exception {
    for (CmwForm form : List.of(CmwForm.CBOR, CmwForm.JSON)) {
      Bytes wire = value(CmwExtension.of(CMW, form));

      CmwExtension extension = CmwExtension.decode(wire, false, CmwOptions.STRICT);

      assertEquals(CMW, extension.cmw());
      assertEquals(wire, value(extension));
      assertEquals(CmwExtension.of(CMW, form), extension);
    }
  }

  @Test
  void findsWhatAnIssuerPutIntoACertificateAndARevocationList() throws Exception {
    Issuer issuer = new Issuer();
    for (CmwForm form : List.of(CmwForm.CBOR, CmwForm.CBOR_RECORD, CmwForm.JSON)) {
      CmwExtension written = CmwExtension.of(CMW, form).critical();
      for (Provider factory : FACTORIES) {
        CmwExtension inCertificate =
            CmwExtension.find(issuer.certificate(factory, written), CmwOptions.STRICT)
                .orElseThrow();
        CmwExtension inCrl =
            CmwExtension.find(issuer.crl(factory, written), CmwOptions.STRICT).orElseThrow();

        assertEquals(written, inCertificate);
        assertEquals(written, inCrl);
        assertEquals(CMW, inCrl.cmw());
      }
    }
  }

  @Test
  void findsNothingWhereThereIsNone() throws Exception {
    Issuer issuer = new Issuer();
    for (Provider factory : FACTORIES) {
      X509Certificate certificate = issuer.certificate(factory);

      assertEquals(Optional.empty(), CmwExtension.find(certificate, CmwOptions.STRICT));
      assertEquals(Optional.empty(), DiceCmw.find(certificate, CmwOptions.STRICT));
    }
    assertEquals(Optional.empty(), CmwExtension.findInRequest(issuer.request(), CmwOptions.STRICT));
    assertEquals(
        Optional.empty(), AttestationBundle.findInRequest(issuer.request(), CmwOptions.STRICT));
  }

  @Test
  void findsWhatARequestAsksFor() throws Exception {
    CmwExtension written = CmwExtension.of(CMW, CmwForm.CBOR);
    Bytes other = new ExtensionField(DiceCmw.OID, true, Bytes.of(1)).encode();
    Issuer issuer = new Issuer();
    Bytes request = issuer.requestFor(other, written.encode());

    assertEquals(Optional.of(written), CmwExtension.findInRequest(request, CmwOptions.STRICT));
    Bytes critical = issuer.requestFor(written.critical().encode());
    assertEquals(
        Optional.of(written.critical()), CmwExtension.findInRequest(critical, CmwOptions.STRICT));
  }

  @Test
  void findsOneAmongManyThatARequestAsksForAndRefusesItTwice() throws Exception {
    Bytes[] extensions = new Bytes[20_000];
    for (int i = 0; i < extensions.length; i++) {
      extensions[i] = new ExtensionField(Oid.of("1.2." + i), false, Bytes.of(1)).encode();
    }
    CmwExtension written = CmwExtension.of(CMW, CmwForm.CBOR);
    extensions[extensions.length - 1] = written.encode();
    Bytes request = new Issuer().requestFor(extensions);

    assertEquals(Optional.of(written), CmwExtension.findInRequest(request, CmwOptions.STRICT));
    Bytes twice =
        Bytes.ofHex(
            request
                .toHex()
                .replace(extensions[1].slice(2, 4).toHex(), extensions[0].slice(2, 4).toHex()));
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> CmwExtension.findInRequest(twice, CmwOptions.STRICT));
    assertEquals(CmwCodes.LABEL_DUPLICATE, e.code());
  }

  @Test
  void writesTheWholeExtension() throws Exception {
    CmwExtension extension =
        CmwExtension.of(CmwRecord.of(MediaType.of("a/b"), Bytes.of(1)), CmwForm.CBOR).critical();
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    extension.encode(out);

    assertEquals(
        "301806082b060105050701230101ff040904078263612f624101", extension.encode().toHex());
    assertArrayEquals(extension.encode().toByteArray(), out.toByteArray());
    assertEquals("1.3.6.1.5.5.7.1.35", extension.getId());
  }

  @Test
  void readsTheWrapperOfDiceAndNeverTakesItForTheExtension() throws Exception {
    Bytes dice = Bytes.ofHex("300904078263612f624101");
    Cmw expected = CmwRecord.of(MediaType.of("a/b"), Bytes.of(1));
    Issuer issuer = new Issuer();
    for (Provider factory : FACTORIES) {
      X509Certificate certificate = issuer.certificate(factory, diceExtension(dice));

      assertEquals(Optional.of(expected), DiceCmw.find(certificate, CmwOptions.STRICT));
      assertEquals(Optional.empty(), CmwExtension.find(certificate, CmwOptions.STRICT));
    }
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> CmwExtension.decode(dice, false, CmwOptions.STRICT));
    assertEquals(CmwCodes.CHOICE_ARM, e.code());
  }

  @Test
  void reportsTheDeviationsOfTheWrapperOfDiceAndOfStatements() throws Exception {
    Findings findings = new Findings(CmwOptions.LENIENT);
    AttestationStatement statement =
        new AttestationStatement(CmwExtension.OID, Bytes.ofHex("0407d9038b82004101"));

    Cmw dice = DiceCmw.decode(Bytes.ofHex("30090407d9038b82004101"), findings);
    Optional<Cmw> stated = statement.cmw(findings);

    assertEquals(Optional.of(dice), stated);
    assertEquals(
        List.of("LEGACY_TAG", "LEGACY_TAG"),
        findings.toList().stream().map(Finding::code).toList());
  }

  private static Extension diceExtension(Bytes value) {
    return new Extension() {
      @Override
      public String getId() {
        return DiceCmw.OID.toString();
      }

      @Override
      public boolean isCritical() {
        return false;
      }

      @Override
      public byte[] getValue() {
        return value.toByteArray();
      }

      @Override
      public void encode(OutputStream out) {
        throw new AssertionError("not asked for");
      }
    };
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/x509/invalid-dice.csv", delimiter = '|')
  void rejectsAsDice(
      String name, String wire, DecodingException.Reason reason, String code, String path) {
    DecodingException e =
        assertThrows(DecodingException.class, () -> DiceCmw.decode(hex(wire), CmwOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals(path, e.path());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/x509/invalid-value.csv", delimiter = '|')
  void rejects(
      String name, String wire, DecodingException.Reason reason, String code, String path) {
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> CmwExtension.decode(hex(wire), false, CmwOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals(path, e.path());
  }

  private static Bytes hex(String wire) {
    return Bytes.ofHex(wire == null ? "" : wire);
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    for (CmwForm form : List.of(CmwForm.CBOR, CmwForm.JSON)) {
      byte[] wire = CmwExtension.of(CMW, form).getValue();
      for (int i = 0; i < 2; i++) {
        int at = random.nextBoolean() ? random.nextInt(8) : random.nextInt(wire.length);
        wire[at] = (byte) random.nextInt();
      }
      try {
        CmwExtension.decode(Bytes.copyOf(wire), false, CmwOptions.LENIENT);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }
}
