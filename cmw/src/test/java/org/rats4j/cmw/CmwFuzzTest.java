package org.rats4j.cmw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.cmw.x509.AttestationBundle;
import org.rats4j.cmw.x509.CmwExtension;
import org.rats4j.cmw.x509.DiceCmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseContentType;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.jose.Jws;

class CmwFuzzTest {
  private static final List<DecodeOptions> BOTH = List.of(CmwOptions.STRICT, CmwOptions.LENIENT);
  private static final SignedCmwExpectations OF_OTHERS =
      SignedCmwExpectations.builder().keys(KeyResolver.of(SignatureStub.foreignKeys())).build();
  private static final SignedCmwExpectations OF_ANYBODY =
      SignedCmwExpectations.builder().keys(KeyResolver.of(SignatureStub.gullibleKeys())).build();
  private static final Signer SIGNER = SignatureStub.signer(Algorithms.EDDSA, 64);

  /** What is accepted is written so that it is read again as the same value. */
  @MethodSource("org.rats4j.cmw.FuzzSeeds#cbor")
  @FuzzTest
  void acceptsOnlyCborThatItCanWrite(byte[] input) {
    readAndWrite(Bytes.copyOf(input), Encoding.CBOR, CmwForm.CBOR);
    PlainRecordTest.agrees(Bytes.copyOf(input));
  }

  /** What is accepted is written so that it is read again as the same value. */
  @MethodSource("org.rats4j.cmw.FuzzSeeds#json")
  @FuzzTest
  void acceptsOnlyJsonThatItCanWrite(byte[] input) {
    readAndWrite(Bytes.copyOf(input), Encoding.JSON, CmwForm.JSON);
  }

  private static void readAndWrite(Bytes input, Encoding encoding, CmwForm form) {
    Cmw.detect(input);
    for (DecodeOptions options : BOTH) {
      Cmw cmw;
      try {
        cmw = Cmw.decode(input, encoding, options);
      } catch (DecodingException expected) {
        continue;
      }
      try {
        assertEquals(cmw, Cmw.decode(cmw.encode(form), encoding, CmwOptions.STRICT));
      } catch (DecodingException e) {
        throw new AssertionError("refuses what it wrote", e);
      }
      convert(cmw, options);
    }
  }

  private static void convert(Cmw cmw, DecodeOptions options) {
    CmwConversion conversion =
        CmwConversion.LOSSLESS.droppingIndicators().preferringContentFormats();
    for (CmwForm form : CmwForm.values()) {
      try {
        cmw.encode(form, conversion);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
    try {
      CmwHandlers.of().decode(cmw, options);
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  /** Nothing is of a key that did not sign it; behind the right key the payload counts. */
  @MethodSource("org.rats4j.cmw.FuzzSeeds#cose")
  @FuzzTest
  void vouchesForNoCoseOfOthers(byte[] input) {
    for (DecodeOptions options : BOTH) {
      try {
        verify(SignedCmw.decodeCose(Bytes.copyOf(input), options), options);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  /** Nothing is of a key that did not sign it; behind the right key the payload counts. */
  @MethodSource("org.rats4j.cmw.FuzzSeeds#jws")
  @FuzzTest
  void vouchesForNoJwsOfOthers(byte[] input) {
    for (DecodeOptions options : BOTH) {
      try {
        verify(SignedCmw.decodeJws(Bytes.copyOf(input), options), options);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  private static void verify(UnverifiedSignedCmw message, DecodeOptions options)
      throws DecodingException {
    try {
      message.verify(OF_OTHERS);
      throw new AssertionError("verified with a key that did not sign");
    } catch (VerificationException expected) {
      // the one permitted outcome
    }
    message.keyHints().keyId();
    message.keyHints().certificateChain();
    SignedCmw signed;
    try {
      signed = message.verify(OF_ANYBODY);
    } catch (VerificationException expected) {
      return;
    }
    assertEquals(
        Cmw.decode(message.unverifiedPayload(), message.encoding(), options), signed.cmw());
  }

  /** Behind a signature the fuzzer's payload is read as it is without one. */
  @MethodSource("org.rats4j.cmw.FuzzSeeds#cbor")
  @FuzzTest
  void readsSignedCborAsUnsigned(byte[] input) throws Exception {
    CoseHeaders headers =
        CoseHeaders.builder().contentType(CoseContentType.of("application/cmw+cbor")).build();
    Bytes wire =
        CoseSign1.builder().protectedHeaders(headers).payload(Bytes.copyOf(input)).sign(SIGNER);
    for (DecodeOptions options : BOTH) {
      compare(Bytes.copyOf(input), Encoding.CBOR, options, SignedCmw.decodeCose(wire, options));
    }
  }

  /** Behind a signature the fuzzer's payload is read as it is without one. */
  @MethodSource("org.rats4j.cmw.FuzzSeeds#json")
  @FuzzTest
  void readsSignedJsonAsUnsigned(byte[] input) throws Exception {
    Bytes wire =
        Bytes.ofUtf8(
            Jws.builder().cty("application/cmw+json").payload(Bytes.copyOf(input)).sign(SIGNER));
    for (DecodeOptions options : BOTH) {
      compare(Bytes.copyOf(input), Encoding.JSON, options, SignedCmw.decodeJws(wire, options));
    }
  }

  private static void compare(
      Bytes payload, Encoding encoding, DecodeOptions options, UnverifiedSignedCmw message)
      throws VerificationException {
    Findings findings = new Findings(options);
    Cmw expected;
    try {
      expected = Cmw.decode(payload, encoding, findings);
    } catch (DecodingException refused) {
      DecodingException e = assertThrows(DecodingException.class, () -> message.verify(OF_ANYBODY));
      assertEquals(refused.getMessage(), e.getMessage());
      return;
    }
    try {
      SignedCmw signed = message.verify(OF_ANYBODY);
      assertEquals(expected, signed.cmw());
      assertEquals(findings.toList(), signed.findings());
    } catch (DecodingException e) {
      throw new AssertionError("refuses what it reads without signature", e);
    }
  }

  /** Decoding ends in a value or in its own exception, and keeps the bytes of what it accepts. */
  @FuzzTest
  void keepsTheDerThatItAccepts(byte[] input) {
    Bytes der = Bytes.copyOf(input);
    for (DecodeOptions options : BOTH) {
      try {
        assertEquals(der, Bytes.copyOf(CmwExtension.decode(der, false, options).getValue()));
      } catch (DecodingException expected) {
        // the one permitted failure
      }
      try {
        AttestationBundle bundle = AttestationBundle.decode(der, options);
        assertEquals(der, bundle.encode());
        bundle.cmws(options);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
      try {
        DiceCmw.decode(der, options);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
      try {
        CmwExtension.findInRequest(der, options);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }
}
