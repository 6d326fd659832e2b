package org.rats4j.cmw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.KeyPairGenerator;
import java.util.List;
import org.rats4j.cmw.x509.AttestationBundle;
import org.rats4j.cmw.x509.CmwExtension;
import org.rats4j.cmw.x509.DiceCmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.VerificationKey;

class CmwFuzzTest {
  private static final List<DecodeOptions> BOTH = List.of(CmwOptions.STRICT, CmwOptions.LENIENT);
  private static final SignedCmwExpectations NOBODY =
      SignedCmwExpectations.builder().key(newKey()).build();

  private static VerificationKey newKey() {
    try {
      return VerificationKey.of(
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** What is accepted is written so that it is read again as the same value. */
  @FuzzTest
  void acceptsOnlyCborThatItCanWrite(byte[] input) {
    readAndWrite(Bytes.copyOf(input), Encoding.CBOR, CmwForm.CBOR);
  }

  /** What is accepted is written so that it is read again as the same value. */
  @FuzzTest
  void acceptsOnlyJsonThatItCanWrite(byte[] input) {
    readAndWrite(Bytes.copyOf(input), Encoding.JSON, CmwForm.JSON);
  }

  private static void readAndWrite(Bytes input, Encoding encoding, CmwForm form) {
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

  /** Decoding ends in a message or in its own exception, and none is of a key just made. */
  @FuzzTest
  void vouchesForNoCoseOfOthers(byte[] input) {
    for (DecodeOptions options : BOTH) {
      try {
        refuse(SignedCmw.decodeCose(Bytes.copyOf(input), options));
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  /** Decoding ends in a message or in its own exception, and none is of a key just made. */
  @FuzzTest
  void vouchesForNoJwsOfOthers(byte[] input) {
    for (DecodeOptions options : BOTH) {
      try {
        refuse(SignedCmw.decodeJws(Bytes.copyOf(input), options));
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  private static void refuse(UnverifiedSignedCmw message) {
    assertThrows(VerificationException.class, () -> message.verify(NOBODY));
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
