package org.rats4j.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Leniency;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.JwsExpectations;
import org.rats4j.core.jose.UnverifiedJws;
import org.rats4j.core.json.JsonReader;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.LeniencyChoice;
import org.rats4j.test.vectors.Reading;
import org.rats4j.test.vectors.VectorEntry;

/** Kind {@code jws}: one compact JWS, read with its payload as JSON object, and verified. */
public final class JwsEntry {
  /** The members beyond the common ones. */
  public static final String[] MEMBERS = {"payload"};

  private static final DecodeOptions LENIENT =
      DecodeOptions.builder()
          .allow(
              Leniency.BASE64_PADDED,
              Leniency.BASE64_STANDARD_ALPHABET,
              Leniency.BASE64_TRAILING_BITS)
          .build();

  private JwsEntry() {}

  /** Checks one entry. */
  public static void check(VectorEntry entry) throws Exception {
    Reading.check(entry, leniencies -> read(entry, leniencies));
    if (entry.expect() != Expect.INVALID && entry.verifies().isPresent()) {
      checkVerification(entry, entry.verifies().get());
    }
  }

  private static Reading read(VectorEntry entry, LeniencyChoice leniencies) {
    DecodeOptions options = leniencies.all() ? LENIENT : DecodeOptions.STRICT;
    try {
      UnverifiedJws jws = Jws.decode(entry.content(), options);
      assertEquals(Bytes.copyOf(entry.content()), jws.encoded());
      if (entry.has("payload")) {
        assertEquals("bytes", entry.requiredText("payload"));
      } else {
        JsonReader in = JsonReader.of(jws.payload(), options, "payload");
        in.startObject();
      }
      return Reading.accepted(List.of());
    } catch (DecodingException e) {
      return Reading.refused(e.reason().name());
    }
  }

  private static void checkVerification(VectorEntry entry, boolean verifies) throws Exception {
    UnverifiedJws jws = Jws.decode(entry.content(), DecodeOptions.STRICT);
    String file = entry.texts("key").get(0);
    VerificationKey key = VectorKeys.of(entry.objectOf(file));
    KeyFile.check(entry.contentOf(file), key);
    JwsExpectations expectations = JwsExpectations.builder().key(key).build();
    if (verifies) {
      assertEquals(jws.payload(), jws.verify(expectations).payload());
      return;
    }
    VerificationException e =
        assertThrows(VerificationException.class, () -> jws.verify(expectations));
    assertTrue(entry.reasonCodes().contains(e.reason().name()), entry.reason());
  }
}
