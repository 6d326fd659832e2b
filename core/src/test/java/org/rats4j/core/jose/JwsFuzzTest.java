package org.rats4j.core.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.json.Base64Url;

class JwsFuzzTest {

  /** What is accepted has one spelling: the parts encode to the bytes that came. */
  @FuzzTest
  void compactHasOneSpelling(byte[] compact) {
    try {
      UnverifiedJws jws = Jws.decode(compact, DecodeOptions.STRICT);
      String tail = "." + Base64Url.encode(jws.payload()) + "." + Base64Url.encode(jws.signature());
      String text = new String(compact, StandardCharsets.US_ASCII);
      assertEquals(tail, text.substring(text.indexOf('.')));
      assertEquals(Bytes.ofUtf8(text.substring(0, text.lastIndexOf('.'))), jws.signingInput());
      jws.keyHints().certificateChain();
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  /** Nothing but DecodingException gets out. */
  @FuzzTest
  void flattenedDecodesOrRefuses(byte[] json) {
    try {
      UnverifiedJws jws = Jws.decodeFlattened(json, DecodeOptions.STRICT);
      jws.keyHints().keyId();
      jws.signingInput();
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }
}
